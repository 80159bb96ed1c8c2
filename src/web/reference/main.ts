import { copyButton } from '../draft/copyText.ts';
import { button, ICONS, icon } from '../draft/dom.ts';
import { toggleTheme } from '../draft/theme.ts';
import { findOperations } from './findOperations.ts';
import { followReading } from './followReading.ts';

document
  .getElementById('tools')!
  .append(button(icon(ICONS.theme), 'Switch between light and dark', toggleTheme, { class: 'quiet' }));

for (const figure of document.querySelectorAll('.example')) {
  const text = () => figure.querySelector('code')!.textContent ?? '';
  figure.querySelector('figcaption')!.append(copyButton('Copy', text));
}

findOperations();
followReading();
