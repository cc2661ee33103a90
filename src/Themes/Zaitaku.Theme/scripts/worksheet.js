import { make } from './dom.js';
import { isoDay, japaneseDate } from './japanese-date.js';
import { changedQuestions, previousRecord, store, withRecord } from './worksheet-store.js';

// A sheet to fill in at home. Nothing is ever sent: there is no form, and no request leaves this file.
export function worksheet() {
  const sheet = document.querySelector('[data-worksheet]');
  if (!sheet) return;
  const part = (name) => sheet.querySelector(`[data-sheet="${name}"]`);
  const kept = store(sheet.dataset.worksheet);
  const keep = part('keep');
  const status = part('status');
  const dialog = part('dialog');
  const fields = [...sheet.querySelectorAll('[data-field]')];
  let records = [];
  let touched = false;

  const say = (text) => {
    status.textContent = text;
  };

  const ticked = (field) => field.type === 'radio' || field.type === 'checkbox';

  const answers = () => {
    const found = {};
    for (const field of fields) {
      if (ticked(field) ? field.checked : field.value.trim() !== '') found[field.dataset.field] = field.value;
    }
    return found;
  };

  const fill = (values) => {
    for (const field of fields) {
      const value = values[field.dataset.field] ?? '';
      if (ticked(field)) field.checked = field.value === value;
      else field.value = value;
      if (value) field.closest('.answer')?.previousElementSibling?.matches('.family-toggle') && openFamily(field);
    }
  };

  const openFamily = (field) => {
    field.closest('.answer').previousElementSibling.open = true;
  };

  const save = () => {
    if (keep.checked && !kept.write(answers(), records)) say(status.dataset.failed);
  };

  // Textareas cut long text off on paper, so paper gets the text itself.
  const paper = () => {
    for (const field of fields) {
      if (ticked(field)) continue;
      let copy = field.nextElementSibling;
      if (!copy?.matches('.print-value')) {
        copy = make('div', { className: 'print-value' });
        copy.setAttribute('aria-hidden', 'true');
        field.after(copy);
      }
      copy.textContent = field.value;
    }
    for (const place of sheet.querySelectorAll('[data-sheet="today"]')) place.textContent = japaneseDate(isoDay());
  };

  const compare = () => {
    const before = previousRecord(records, isoDay());
    const changed = before ? changedQuestions(before.answers, answers()) : new Set();
    const list = part('changed-list');
    list.replaceChildren();
    for (const question of sheet.querySelectorAll('[data-question]')) {
      const is = changed.has(question.dataset.question);
      question.querySelector('.changed').hidden = !is;
      if (!is) continue;
      const heading = question.querySelector('h3');
      list.append(make('li', {}, make('a', { href: `#${heading.id}`, textContent: heading.textContent.trim() })));
    }
    part('changes').hidden = !before;
    part('no-change').hidden = changed.size > 0;
    if (before) part('previous-day').textContent = japaneseDate(before.day);
  };

  const refresh = () => {
    paper();
    compare();
  };

  sheet.addEventListener('input', ({ target }) => {
    if (!target.dataset.field) return;
    touched = true;
    save();
    refresh();
  });

  keep.addEventListener('change', () => {
    if (keep.checked) {
      save();
      if (status.textContent !== status.dataset.failed) say(status.dataset.kept);
    } else {
      kept.erase();
      say(status.dataset.forgotten);
    }
  });

  part('record').addEventListener('click', () => {
    records = withRecord(records, isoDay(), answers());
    save();
    refresh();
    say(keep.checked ? status.dataset.recorded : status.dataset.recordedHere);
  });

  part('erase').addEventListener('click', () => dialog.showModal());
  part('erase-no').addEventListener('click', () => dialog.close());
  part('erase-yes').addEventListener('click', () => {
    kept.erase();
    keep.checked = false;
    records = [];
    touched = false;
    fill({});
    for (const details of sheet.querySelectorAll('.family-toggle')) details.open = false;
    refresh();
    dialog.close();
    say(status.dataset.erased);
  });

  // Another window of the same browser erased everything: this one must not bring it back.
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && key !== `worksheet:${sheet.dataset.worksheet}`) return;
    if (newValue === null && keep.checked) {
      keep.checked = false;
      say(status.dataset.forgotten);
    }
  });

  addEventListener('beforeunload', (event) => {
    if (touched && !keep.checked && Object.keys(answers()).length > 0) event.preventDefault();
  });
  addEventListener('beforeprint', refresh);

  for (const element of sheet.querySelectorAll('[data-needs-script]')) element.hidden = false;
  const saved = kept.read();
  if (saved) {
    records = saved.records;
    keep.checked = true;
    fill(saved.answers);
    say(status.dataset.restored);
  } else {
    keep.checked = false;
    // A browser that brings ticks back after a reload would keep what nobody asked it to keep.
    for (const field of fields) if (ticked(field)) field.checked = false;
  }
  refresh();
}
