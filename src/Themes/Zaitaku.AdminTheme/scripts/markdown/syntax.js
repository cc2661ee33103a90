// What the house dialect has beyond plain Markdown, as rules of markdown-it: terms [[訪問看護]], readings {看取り|みとり}, footnotes [^1], checklists.
import MarkdownIt from 'markdown-it';

const inline = (name, start, pattern) => (md) =>
  md.inline.ruler.before('link', name, (state, silent) => {
    if (state.src[state.pos] !== start) return false;
    const found = pattern.exec(state.src.slice(state.pos, state.posMax));
    if (!found) return false;
    if (!silent) state.push(name, '', 0).meta = found.slice(1);
    state.pos += found[0].length;
    return true;
  });

function checklists(md) {
  md.core.ruler.push('checklists', ({ tokens }) => {
    tokens.forEach((token, at) => {
      const text = tokens[at + 2];
      if (token.type !== 'list_item_open' || text?.type !== 'inline') return;
      const box = /^\[([ xX])\] /.exec(text.content);
      if (!box || text.children[0]?.type !== 'text') return;
      token.attrSet('task', box[1] === ' ' ? 'open' : 'done');
      text.children[0].content = text.children[0].content.slice(box[0].length);
    });
  });
}

export function reader() {
  return MarkdownIt('commonmark', { html: false })
    .disable(['lheading', 'html_block', 'html_inline'])
    .use(inline('term', '[', /^\[\[([^[\]\n]+)\]\]/))
    .use(inline('ruby', '{', /^\{([^{}|\n]+)\|([^{}|\n]+)\}/))
    .use(inline('footnote', '[', /^\[\^([^\]\s]+)\]/))
    .use(checklists);
}

// Only for finding where a block begins and ends: tables are blocks too.
export const divider = MarkdownIt('commonmark', { html: false }).enable('table').disable(['lheading', 'html_block', 'html_inline']);
