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

export const theme = createTheme({
  primaryColor: 'kelp',
  primaryShade: { light: 7, dark: 6 },
  colors: { kelp },
  black: '#16211f',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '650', textWrap: 'balance' },
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
});

/** Mantine's greys are too pale for small text: these keep 4.5 to 1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#51605d',
    '--mantine-color-placeholder': '#66736f',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#81908c',
  },
  dark: {
    '--mantine-color-body': '#15201f',
    '--mantine-color-text': '#dce7e4',
    '--mantine-color-default': '#1b2827',
    '--mantine-color-default-hover': '#233230',
    '--mantine-color-dimmed': '#a3b3af',
    '--mantine-color-placeholder': '#8d9d99',
    '--mantine-color-error': '#ff9d93',
    '--mantine-color-default-border': '#6d7f7b',
  },
});
