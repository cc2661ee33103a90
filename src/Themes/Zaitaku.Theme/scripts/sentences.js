// Cuts a text into the sentences that are read aloud. Each sentence keeps the text nodes it stands in, so that it can be shown.
const blocks = 'p,li,h1,h2,h3,h4,h5,h6,td,th,caption,dt,dd,summary,figcaption,label,blockquote,div,section,aside,details,table,ul,ol,dl,tr';
const silent = 'rt,rp,script,style,template,button,select,input,textarea,svg,[hidden],[aria-hidden="true"],.visually-hidden,.term-back,.buttons,.source-link';
const ends = /[。！？!?]/;
const closers = /[」』）)】〉》”’]/;

function visible(element) {
  return element.checkVisibility ? element.checkVisibility({ visibilityProperty: true }) : element.getClientRects().length > 0;
}

export function sentences(root) {
  const found = [];
  let pieces = [];
  let text = '';
  let block = null;

  const flush = () => {
    if (/[\p{L}\p{N}]/u.test(text)) found.push({ text: text.replace(/\s+/g, ' ').trim(), pieces });
    pieces = [];
    text = '';
  };

  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode(node) {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(silent) || !visible(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  });

  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // The text of a closed <details> has no box: only its summary is read.
    const parent = node.parentElement;
    const closed = parent.closest('details:not([open])');
    if (closed && !parent.closest('summary')) continue;

    const own = parent.closest(blocks);
    if (own !== block) {
      flush();
      block = own;
    }
    const value = node.data;
    let from = 0;
    for (let i = 0; i < value.length; i++) {
      if (!ends.test(value[i])) continue;
      while (i + 1 < value.length && (ends.test(value[i + 1]) || closers.test(value[i + 1]))) i++;
      // 「…。」と言う。 is one sentence: a quotation that goes on does not end it.
      if (closers.test(value[i]) && i + 1 < value.length && /[とはがをもにでの、]/.test(value[i + 1])) continue;
      text += value.slice(from, i + 1);
      pieces.push({ node, from, to: i + 1 });
      from = i + 1;
      flush();
    }
    if (from < value.length && value.slice(from).trim() !== '') {
      text += value.slice(from);
      pieces.push({ node, from, to: value.length });
    }
  }
  flush();
  return found;
}
