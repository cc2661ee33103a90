// The buttons of the editor: what they say, and what they do.
import { setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { wrapInList } from 'prosemirror-schema-list';
import { schema } from './schema.js';
import { ask } from './ask.js';

const { nodes, marks } = schema;

function insert(node) {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(node, false).scrollIntoView());
    return true;
  };
}

const chosen = (state) => state.doc.textBetween(state.selection.from, state.selection.to, ' ');

async function link(view) {
  const { from, to, empty } = view.state.selection;
  const known = view.state.doc.rangeHasMark(from, to, marks.link);
  if (known) return toggleMark(marks.link)(view.state, view.dispatch);
  const href = await ask('リンクの行き先', 'サイトの中は /guides/… のように、外は https:// から書きます。');
  if (!href || !/^(https?:\/\/|mailto:|tel:|\/|#)/.test(href)) return false;
  if (empty) return insert(schema.text(href, [marks.link.create({ href })]))(view.state, view.dispatch);
  return toggleMark(marks.link, { href })(view.state, view.dispatch);
}

async function term(view) {
  const text = chosen(view.state) || (await ask('用語', '用語の一覧にある題名を書きます。'));
  return text ? insert(nodes.term.create({ text }))(view.state, view.dispatch) : false;
}

async function ruby(view) {
  const base = chosen(view.state) || (await ask('言葉', '読みがなを付ける言葉を書きます。'));
  const reading = base && (await ask(`「${base}」の読み`, 'ひらがなで書きます。'));
  return reading ? insert(nodes.ruby.create({ base, reading }))(view.state, view.dispatch) : false;
}

const images = async () => {
  const answer = await fetch('/admin/media?handler=Images').catch(() => null);
  return answer?.ok ? answer.json() : [];
};

async function image(view) {
  const known = await images();
  const src = await ask('画像の場所', known.length
    ? '先に「画像と書類」に入れておきます。欄を押すと候補が出ます。名前の一部を入れると絞れます。'
    : '先に「画像と書類」に画像を入れておきます。場所は /media/ から書きます。', known);
  if (!src?.startsWith('/media/')) return false;
  const alt = (await ask('代わりの文章', '画像が見えない人に、内容を伝える文章を書きます。飾りの画像なら空のままにします。')) ?? '';
  return insert(nodes.image.create({ src, alt }))(view.state, view.dispatch);
}

export const buttons = [
  ['太字', (view) => toggleMark(marks.strong)(view.state, view.dispatch)],
  ['大見出し', (view) => setBlockType(nodes.heading, { level: 2 })(view.state, view.dispatch)],
  ['小見出し', (view) => setBlockType(nodes.heading, { level: 3 })(view.state, view.dispatch)],
  ['ふつうの文', (view) => setBlockType(nodes.paragraph)(view.state, view.dispatch)],
  ['箇条書き', (view) => wrapInList(nodes.bullet_list)(view.state, view.dispatch)],
  ['番号つき', (view) => wrapInList(nodes.ordered_list)(view.state, view.dispatch)],
  ['囲み', (view) => wrapIn(nodes.callout, { kind: 'NOTE' })(view.state, view.dispatch)],
  ['リンク', link],
  ['用語', term],
  ['読みがな', ruby],
  ['画像', image],
  ['元に戻す', (view) => undo(view.state, view.dispatch)],
  ['やり直す', (view) => redo(view.state, view.dispatch)],
];
