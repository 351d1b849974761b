import {
  convertCssVariables,
  DEFAULT_THEME,
  deepMerge,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { cssVariables, theme } from './theme';

type Variables = Record<string, string>;

function differing(mine: Variables, theirs: Variables): Variables {
  return Object.fromEntries(Object.entries(mine).filter(([name, value]) => theirs[name] !== value));
}

/**
 * The content security policy forbids the style element that Mantine would write at run time, so the same variables are a file.
 * When this fails after a change of the theme or of Mantine: `npx vitest run -u src/app/theme.test.ts`.
 */
it('keeps the stylesheet of theme variables equal to what Mantine would inject', async () => {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const ours = deepMerge(defaultCssVariablesResolver(merged), cssVariables(merged));
  const defaults = defaultCssVariablesResolver(DEFAULT_THEME);
  const css = convertCssVariables({
    variables: differing(ours.variables, defaults.variables),
    light: differing(ours.light, defaults.light),
    dark: differing(ours.dark, defaults.dark),
  });
  await expect(`${css.replaceAll(/\s*([{}])\s*/g, ' $1\n').replaceAll(/;\s*/g, ';\n').trim()}\n`).toMatchFileSnapshot('mantine-variables.css');
});
