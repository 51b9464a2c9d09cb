import type { Preferences } from '#contract/app.channels.ts';
import { native as english } from '#i18n/en/native.ts';
import { native as french } from '#i18n/fr/native.ts';
import type { Translated } from '#i18n/translated.ts';

type NativeTexts = Translated<typeof french>;

const texts: Record<Preferences['language'], NativeTexts> = { fr: french, en: english };
let language: Preferences['language'] = 'fr';

/** Words for menus and system dialogs, in the person's language. */
export const nativeTexts = (): NativeTexts => texts[language];

export function setNativeLanguage(chosen: Preferences['language']): void {
  language = chosen;
}
