import { mainLanguage, type Transcript } from '../transcript.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { SpeechLanguage } from './language.ts';

/** In all others what rests on words is not measured, and says so. */
const LANGUAGES: Record<string, SpeechLanguage> = { en, de };

/** What is known of a transcript's language. Undefined for others, and where a machine translated it. */
export function languageOf({ language, translated }: Transcript): SpeechLanguage | undefined {
  return translated ? undefined : LANGUAGES[mainLanguage(language)];
}
