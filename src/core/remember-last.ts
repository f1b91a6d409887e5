/** Answers the text that was asked for last without asking again: one text is asked about in one place after the other. */
export function rememberLast<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | undefined;
  return (text) => {
    if (last === undefined || last.text !== text) last = { text, answer: ask(text) };
    return last.answer;
  };
}
