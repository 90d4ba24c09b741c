/** Looks to start from; all of them are readable in both themes. */
export const BRANDS = {
  Grape: {
    '--zego-brand': '#7a1fd1',
    '--zego-brand-dark': '#c79bff',
    '--zego-on-accent:dark': '#25093f',
    '--zego-surface:light': '#f7f3fc',
    '--zego-surface:dark': '#17111f',
    '--zego-surface-raised:dark': '#241a30',
    '--zego-radius': '20px',
  },
  Forest: {
    '--zego-brand': '#0f6b4f',
    '--zego-brand-dark': '#6fd3ae',
    '--zego-on-accent:dark': '#06281c',
    '--zego-surface:light': '#f4f1ea',
    '--zego-field-line:light': '#7f847a',
    '--zego-surface:dark': '#111a16',
    '--zego-surface-raised:light': '#fffdf8',
    '--zego-surface-raised:dark': '#1b2621',
    '--zego-font': 'Georgia, serif',
    '--zego-radius': '8px',
    '--zego-button-radius': '10px',
  },
  Office: {
    '--zego-brand': '#0b5cad',
    '--zego-brand-dark': '#6db3ff',
    '--zego-radius': '0px',
    '--zego-density': '0.8',
    '--zego-gap': '2px',
    '--zego-button-radius': '4px',
    '--zego-field-radius': '4px',
  },
};
