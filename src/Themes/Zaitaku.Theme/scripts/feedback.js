// Sends the answer without leaving the page. The form works without this.
export function feedback() {
  for (const form of document.querySelectorAll('form[data-feedback]')) {
    const status = form.parentElement.querySelector('[role="status"]');
    form.addEventListener('submit', async (event) => {
      const pressed = event.submitter;
      if (!pressed || !status) return;
      event.preventDefault();
      if (form.dataset.busy) return;
      form.dataset.busy = 'yes';
      const data = new FormData(form);
      data.append(pressed.name, pressed.value);
      try {
        const response = await fetch(form.action, {
          method: 'POST',
          body: new URLSearchParams(data),
          headers: { 'X-Requested-With': 'fetch' },
          credentials: 'same-origin',
        });
        if (!response.ok) throw new Error(String(response.status));
        status.tabIndex = -1;
        status.textContent = status.dataset.thanks;
        status.focus();
        form.hidden = true;
      } catch {
        status.textContent = status.dataset.failed;
      } finally {
        delete form.dataset.busy;
      }
    });
  }
}
