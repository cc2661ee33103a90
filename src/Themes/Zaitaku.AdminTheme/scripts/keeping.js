// While someone edits: what they type is kept on the server, they learn who else is there, and they are asked before they leave it unsaved.
const form = document.querySelector('[data-editor]');
const pause = 4000;
const heartbeat = 25000;

export function keep() {
  if (!form) return;
  const state = form.querySelector('[data-state]');
  const address = (what) => `/admin/content/${encodeURIComponent(form.dataset.id)}/${what}`;
  let waiting = null;
  let changed = false;

  const save = async () => {
    waiting = null;
    try {
      const answer = await fetch(address('autosave'), { method: 'POST', body: new FormData(form) });
      state.textContent = answer.ok ? `入力を控えました（${new Date().toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' })}）。まだ保存はしていません。` : '入力を控えられませんでした。早めに「下書きを保存」を押してください。';
    } catch {
      state.textContent = 'サイトにつながりません。つながったら、また控えます。';
      waiting = setTimeout(save, pause * 3);
    }
  };

  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(save, pause);
  });
  form.addEventListener('submit', () => {
    changed = false;
    clearTimeout(waiting);
  });
  addEventListener('beforeunload', (leaving) => {
    if (changed && waiting) leaving.preventDefault();
  });

  if (!form.dataset.version) return;
  const others = document.querySelector('[data-others]');
  const look = async () => {
    const token = new FormData();
    token.set('__RequestVerificationToken', form.querySelector('[name="__RequestVerificationToken"]').value);
    const answer = await fetch(address('presence'), { method: 'POST', body: token }).catch(() => null);
    if (!answer?.ok) return;
    const here = await answer.json();
    const saved = here.version !== form.dataset.version ? `${here.by ?? 'ほかの人'} さんが、先に保存しました。このまま続けると、保存のときに違いを合わせる画面が出ます。` : '';
    const beside = here.others.length ? `いま、${here.others.join('、')} さんも、このページを開いています。` : '';
    if (others.textContent !== saved + beside) others.textContent = saved + beside;
    others.hidden = !others.textContent;
  };
  setInterval(look, heartbeat);
}
