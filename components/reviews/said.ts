/** What was answered, in one line: what was chosen in the words of its question, and the text beside it. */
export function said(
  { text, choices = [] }: { text: string; choices?: string[] | undefined },
  words: Readonly<Record<string, string>> = {},
): string {
  return [...choices.map(choice => words[choice] ?? choice), text].filter(part => part !== '').join(' · ');
}
