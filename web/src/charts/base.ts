import { theme } from '../app/theme';
import type { Palette } from './palette';

const FONT = theme.fontFamily ?? 'sans-serif';

/** What all charts of a scale have in common: the whole scale in view, so that nothing looks steeper than it is. */
export function base(palette: Palette, description: string) {
  return {
    animation: false,
    aria: { enabled: true, label: { description }, decal: { show: false } },
    textStyle: { fontFamily: FONT, color: palette.text },
    grid: { left: 40, right: 18, top: 24, bottom: 34 },
  };
}

export function scaleAxis(palette: Palette, minimum: number, maximum: number) {
  return {
    type: 'value' as const,
    min: minimum,
    max: maximum,
    interval: (maximum - minimum) / 4,
    axisLabel: { color: palette.text },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

/** Lines of text as elements: the content security policy forbids the style attributes of the library's own tooltips. */
export function tooltipOf(heading: string, lines: { text: string; strong?: boolean }[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tooltip';
  const title = document.createElement('strong');
  title.textContent = heading;
  box.append(title);
  for (const line of lines) {
    const row = document.createElement(line.strong ? 'b' : 'span');
    row.textContent = line.text;
    box.append(row);
  }
  return box;
}

export function tooltipBox(palette: Palette) {
  return {
    trigger: 'axis' as const,
    confine: true,
    backgroundColor: palette.card,
    borderColor: palette.grid,
    textStyle: { color: palette.text, fontSize: 13 },
    transitionDuration: 0,
  };
}
