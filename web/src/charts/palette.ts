import { useComputedColorScheme } from '@mantine/core';

/** The colours of the charts; each has at least 3 to 1 against its card, and no two lines differ by colour alone. */
export interface Palette {
  unit: string;
  parents: [string, string, string];
  together: string;
  grid: string;
  axis: string;
  text: string;
  withheld: string;
  hatch: string;
  card: string;
}

const light: Palette = {
  unit: '#1f6a5e',
  parents: ['#8a5512', '#4a5a9c', '#6b6f76'],
  together: '#8a3d78',
  grid: '#e3eae8',
  axis: '#a9b6b2',
  text: '#4a5956',
  withheld: '#f1f4f3',
  hatch: '#c3cdca',
  card: '#ffffff',
};

const dark: Palette = {
  unit: '#7cc1b3',
  parents: ['#e2b06c', '#a6b4ee', '#b4bac2'],
  together: '#e3a3d4',
  grid: '#2a3937',
  axis: '#5b6b67',
  text: '#a9b9b5',
  withheld: '#1a2524',
  hatch: '#43524f',
  card: '#15201f',
};

export function usePalette(): Palette {
  return useComputedColorScheme('light') === 'dark' ? dark : light;
}
