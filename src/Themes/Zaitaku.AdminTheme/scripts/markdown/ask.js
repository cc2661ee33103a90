// One question in a dialog of the page.
export function ask(label, hint) {
  const dialog = document.createElement('dialog');
  const form = Object.assign(document.createElement('form'), { method: 'dialog', className: 'fields' });
  const name = Object.assign(document.createElement('label'), { textContent: label, htmlFor: 'asked' });
  const note = Object.assign(document.createElement('p'), { textContent: hint, className: 'hint', id: 'asked-hint' });
  const input = Object.assign(document.createElement('input'), { type: 'text', id: 'asked', autocomplete: 'off' });
  input.setAttribute('aria-describedby', 'asked-hint');
  const row = Object.assign(document.createElement('p'), { className: 'row' });
  row.append(Object.assign(document.createElement('button'), { textContent: '入れる', value: 'ok' }));
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
