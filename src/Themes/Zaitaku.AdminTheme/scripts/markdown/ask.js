// One question in a dialog of the page.
let asked = 0;

/** @param choices Answers that are offered while one types. */
export function ask(label, hint, choices = []) {
  const dialog = document.createElement('dialog');
  const form = Object.assign(document.createElement('form'), { method: 'dialog', className: 'fields' });
  const name = Object.assign(document.createElement('label'), { textContent: label, htmlFor: 'asked' });
  const note = Object.assign(document.createElement('p'), { textContent: hint, className: 'hint', id: 'asked-hint' });
  const input = Object.assign(document.createElement('input'), { type: 'text', id: 'asked', autocomplete: 'off' });
  input.setAttribute('aria-describedby', 'asked-hint');
  if (choices.length) {
    const list = Object.assign(document.createElement('datalist'), { id: `choices-${++asked}` });
    list.append(...choices.map((value) => Object.assign(document.createElement('option'), { value })));
    input.setAttribute('list', list.id);
    form.append(list);
  }

  const row = Object.assign(document.createElement('p'), { className: 'row' });
  row.append(Object.assign(document.createElement('button'), { textContent: '入れる', value: 'ok', type: 'submit' }));
  row.append(Object.assign(document.createElement('button'), { textContent: 'やめる', value: 'no', className: 'quiet', formNoValidate: true }));
  form.append(name, note, input, row);
  dialog.append(form);
  dialog.setAttribute('aria-label', label);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'ok' ? input.value.trim() : null);
    });
  });
}
