/** The words in a language such as `de-AT`, of those that there are; else in English. */
export function inLanguage<T>(words: Readonly<Record<string, T>> & { en: T }, language: string): T {
  return words[language.split('-')[0] ?? ''] ?? words.en;
}
