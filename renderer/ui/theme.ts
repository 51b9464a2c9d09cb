import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';

/** The one accent: petrol, from mist to deep water. Shade 7 carries white text at 6.9:1. */
const petrol: MantineColorsTuple = [
  '#e9f3f4',
  '#d5e7e9',
  '#abd0d5',
  '#7cc5cf',
  '#57a5b0',
  '#378d99',
  '#217885',
  '#135e69',
  '#0e4d56',
  '#083a41',
];

/** Greys of the dark theme, with a breath of petrol; 0 is text, 7 the page. */
const dark: MantineColorsTuple = [
  '#e6ebeb',
  '#c8d0d1',
  '#a7b3b5',
  '#7f8d90',
  '#3a474a',
  '#2e393c',
  '#232d30',
  '#1b2325',
  '#141a1c',
  '#101517',
];

/** Greys of the light theme, as warm as paper. */
const gray: MantineColorsTuple = [
  '#f5f6f4',
  '#eceeec',
  '#dde1df',
  '#cbd1cf',
  '#aab3b1',
  '#8b9799',
  '#5f6b6d',
  '#515d60',
  '#37423f',
  '#1b2426',
];

const sans = "'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif";

export const theme = createTheme({
  colors: { petrol, dark, gray },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  black: '#1b2426',
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  headings: {
    fontFamily: sans,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25', fontWeight: '600' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.65' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Kbd: { styles: { root: { fontFamily: sans, fontWeight: 500 } } },
    Modal: {
      defaultProps: { overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontSize: '1.1875rem', fontWeight: 650 } },
    },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Button: { styles: { label: { fontWeight: 600 } } },
  },
});

/** Mantine's own variables drawn from the tokens, so that quiet text keeps its contrast (AA). */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--r-surface)',
    '--mantine-color-text': 'var(--r-text)',
    '--mantine-color-dimmed': 'var(--r-text-quiet)',
    '--mantine-color-placeholder': 'var(--r-text-quiet)',
    '--mantine-color-error': 'var(--r-danger)',
    '--mantine-color-anchor': 'var(--r-accent)',
  };
  return {
    variables: {},
    light: { ...shared, '--mantine-color-default-border': '#8b9799' },
    dark: { ...shared, '--mantine-color-default-border': '#6b797c' },
  };
};
