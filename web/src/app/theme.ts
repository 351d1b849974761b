import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** From sea foam to deep kelp. */
const kelp: MantineColorsTuple = [
  '#e9f6f3',
  '#d3ebe6',
  '#a8d6cc',
  '#7cc1b3',
  '#57ac9c',
  '#3f9686',
  '#2b7f71',
  '#1f6a5e',
  '#17554c',
  '#0d3d37',
];

/** Mantine's dark greys with a breath of green; the fifth bounds controls and keeps 3 to 1 against the cards. */
const dark: MantineColorsTuple = [
  '#dce7e4',
  '#c3d1cd',
  '#a3b3af',
  '#8d9d99',
  '#6d7f7b',
  '#2a3937',
  '#1b2827',
  '#15201f',
  '#0e1716',
  '#0a1110',
];

export const theme = createTheme({
  primaryColor: 'kelp',
  primaryShade: { light: 7, dark: 6 },
  colors: { kelp, dark },
  black: '#16211f',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '650', textWrap: 'balance' },
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
});

/** Mantine's greys are too pale for small text and for the bounds of controls: these keep 4.5 and 3 to 1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#51605d',
    '--mantine-color-placeholder': '#66736f',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#81908c',
    '--mantine-color-gray-4': '#81908c',
    '--mantine-color-orange-light-color': '#8a3409',
    '--mantine-color-red-text': '#b3261e',
  },
  dark: {
    '--mantine-color-default-hover': '#233230',
    '--mantine-color-error': '#ff9d93',
  },
});
