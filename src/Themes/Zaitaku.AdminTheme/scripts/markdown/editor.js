// The editor of a Markdown text: as it will look, with the plain Markdown beside it. The text area stays the form's control; it is written only
// when something was changed, and then only where it was changed.
import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { buttons } from './commands.js';
import { cleaned } from './paste.js';
import { schema } from './schema.js';
import { read, write } from './text.js';

const { nodes, marks } = schema;
const replacing = (pattern, make) => new InputRule(pattern, (state, found, from, to) => state.tr.replaceWith(from, to, make(found)));

const plugins = () => [
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (found) => ({ level: found[1].length })),
      wrappingInputRule(/^[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^1\.\s$/, nodes.ordered_list),
      replacing(/\[\[([^[\]]+)\]\]$/, (found) => nodes.term.create({ text: found[1] })),
      replacing(/\{([^{}|]+)\|([^{}|]+)\}$/, (found) => nodes.ruby.create({ base: found[1], reading: found[2] })),
    ],
  }),
  keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': toggleMark(marks.strong),
    Enter: splitListItem(nodes.list_item, { task: null }),
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
  }),
  keymap(baseKeymap),
  history(),
];

const button = (text, act, pressed) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text, className: 'quiet' });
  if (pressed !== undefined) made.setAttribute('aria-pressed', String(pressed));
  made.addEventListener('click', act);
  return made;
};

/** A toolbar is one stop of the Tab key; the arrows go from button to button. */
function oneStop(bar) {
  const stops = [...bar.children];
  const stopAt = (at) => stops.forEach((stop, other) => (stop.tabIndex = other === at ? 0 : -1));
  stopAt(0);
  bar.addEventListener('focusin', (event) => stopAt(stops.indexOf(event.target)));
  bar.addEventListener('keydown', (event) => {
    const now = stops.indexOf(event.target);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    stops[(next + stops.length) % stops.length].focus();
  });
}

export function mount(area) {
  const label = document.querySelector(`label[for="${area.id}"]`);
  const box = Object.assign(document.createElement('div'), { className: 'markdown-box' });
  const tabs = Object.assign(document.createElement('div'), { className: 'row tabs' });
  const bar = Object.assign(document.createElement('div'), { className: 'row toolbar' });
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', `${label?.textContent ?? '本文'}の書式`);
  const place = document.createElement('div');
  area.before(box);
  box.append(tabs, bar, place, area);

  const view = new EditorView(place, {
    state: EditorState.create({ doc: read(area.value), plugins: plugins() }),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label?.textContent ?? '本文', class: 'page-text' },
    transformPastedHTML: cleaned,
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      if (!change.docChanged) return;
      area.value = write(view.state.doc);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  for (const [text, act] of buttons) {
    bar.append(button(text, async () => {
      await act(view);
      view.focus();
    }));
  }

  oneStop(bar);

  const show = (plain) => {
    if (!plain && area.value !== write(view.state.doc)) view.updateState(EditorState.create({ doc: read(area.value), plugins: plugins() }));
    [place.hidden, bar.hidden, area.hidden] = [plain, plain, !plain];
    [...tabs.children].forEach((tab, at) => tab.setAttribute('aria-pressed', String(plain === (at === 1))));
  };
  tabs.append(button('見たまま', () => show(false), true), button('Markdown', () => show(true), false));
  label?.addEventListener('click', () => (area.hidden ? view.focus() : area.focus()));
  area.addEventListener('show-text', () => show(true));
  show(false);
}
