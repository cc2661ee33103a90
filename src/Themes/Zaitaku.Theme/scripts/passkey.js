// Passkeys need script. A form that stands for one is hidden until the browser can do it; its answer goes out with the form.
export function passkeys() {
  const forms = document.querySelectorAll('form[data-passkey]');
  if (forms.length === 0 || !window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      if (form.elements.Answer.value) return;
      event.preventDefault();
      ask(form);
    });
  }
}

async function ask(form) {
  const says = form.querySelector('.error[role="alert"]');
  says.textContent = '';
  try {
    const answer = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { ticket, options } = await answer.json();
    const credential = await credentialOf(form.dataset.passkey, JSON.parse(options));
    form.elements.Ticket.value = ticket;
    form.elements.Answer.value = JSON.stringify(credential);
    form.requestSubmit();
  } catch {
    // Cancelled, not known here, or too late: the reader is told, and may try again.
    says.textContent = form.dataset.failed;
  }
}

function credentialOf(verb, options) {
  return verb === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
