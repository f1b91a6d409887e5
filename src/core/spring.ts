/** Settings of Spring Boot; Quarkus and Micronaut read files of these names, and placeholders in them, likewise. */
export const isSpringPath = (path: string): boolean => /(?:^|\/)(?:application|bootstrap)(?:-[\w.-]{1,80})?\.(?:properties|ya?ml)$/iu.test(path);

/**
 * Paths of Parameter Store that `spring.config.import` reads, each with its last slash
 * (https://docs.awspring.io/spring-cloud-aws/docs/3.2.0/reference/html/index.html#spring-cloud-aws-parameter-store). What may be missing is left out.
 */
export const getImportedPaths = (values: readonly string[]): string[] =>
  values
    .flatMap((value) => value.split(','))
    .flatMap((location) => (/^aws-parameterstore:(?<paths>[\w./;-]{1,2000})/u.exec(location.trim())?.groups?.['paths'] ?? '').split(';'))
    .filter((path) => /^\/.*\/$/u.test(path));
