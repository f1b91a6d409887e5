/** Functions that call their argument and give back its result. */
export const wrapperName = /retry|backoff|timeout|limit|memo|once|cache|trace|span|measure|timed|with[A-Z]|wrap|attempt|run|in[A-Z]/u;

/** Methods that tell of the receiver what is no part of it. */
export const tests: ReadonlySet<string> = new Set('includes startsWith endsWith test indexOf lastIndexOf search localeCompare codePointAt charCodeAt charAt keys has every some findIndex isPrototypeOf hasOwnProperty exec equals compare'.split(' '));
