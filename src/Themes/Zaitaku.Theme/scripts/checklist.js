import { button, make } from './dom.js';

// Ticks live on the page only: nothing is stored or sent.
export function checklists() {
  if (document.querySelector('.whole-book')) return;
  for (const list of document.querySelectorAll('ul.checklist')) {
    const boxes = [...list.querySelectorAll('input[type="checkbox"]')];
    if (boxes.length === 0) continue;
    for (const box of boxes) {
      // Stops the browser from bringing yesterday's ticks back after a reload.
      box.autocomplete = 'off';
    }
    const status = make('span', { className: 'visually-hidden' });
    status.setAttribute('role', 'status');
    list.after(
      make(
        'p',
        { className: 'buttons checklist-buttons' },
        button('チェックを消す', () => {
          for (const box of boxes) box.checked = false;
          status.textContent = 'チェックを消しました';
        }),
        button('印刷', () => print()),
        status,
      ),
    );
    list.addEventListener('change', () => {
      status.textContent = '';
    });
  }
}
