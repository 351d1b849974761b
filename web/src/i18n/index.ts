import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;

const REMEMBERED = 'holdfast.language';

export function isLanguage(value: string | null | undefined): value is Language {
  return value !== null && value !== undefined && Object.hasOwn(LANGUAGES, value);
}

/** The language chosen earlier, else the first of the browser's languages that the app speaks, else English. */
export function preferredLanguage(remembered: string | null, browser: readonly string[]): Language {
  if (isLanguage(remembered)) {
    return remembered;
  }
  return browser.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
}

/** Spanish is a chunk of its own, loaded only where it is spoken. */
async function load(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const { es } = await import('./es');
    i18n.addResourceBundle('es', 'translation', es);
  }
}

export async function speak(language: Language, remember = true): Promise<void> {
  await load(language);
  if (remember) {
    try {
      localStorage.setItem(REMEMBERED, language);
    } catch {
      // it is spoken now and forgotten later
    }
  }
  await i18n.changeLanguage(language);
}

function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

i18n.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});

/** To be awaited before the first paint, so that nobody sees the wrong language flash by. */
export function speakPreferredLanguage(): Promise<void> {
  return speak(preferredLanguage(rememberedLanguage(), navigator.languages), false);
}

export default i18n;
