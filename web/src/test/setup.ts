import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import i18n from '../i18n';

// the machine may be busy with the rest of the build
configure({ asyncUtilTimeout: 15_000 });

// what the browser has and jsdom lacks
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }) as unknown as MediaQueryList;
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Blob.prototype.text = function text(this: Blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.readAsText(this);
  });
};
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

beforeEach(async () => {
  sessionStorage.clear();
  localStorage.clear();
  document.cookie = 'XSRF-TOKEN=t-1; path=/';
  await i18n.changeLanguage('en');
});

afterEach(cleanup);
