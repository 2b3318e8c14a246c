// Asks the browser for a passkey and sends its answer with the form around the button. Without this script the code works alone.
(() => {
  const toBytes = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  const withBytes = (list = []) => list.map((item) => ({ ...item, id: toBytes(item.id) }));

  const create = (options) =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
  const get = (options) =>
    navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        allowCredentials: withBytes(options.allowCredentials),
      },
    });

  const answerOf = ({ id, rawId, type, response }) => ({
    id,
    rawId: toText(rawId),
    type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      ...(response.attestationObject && {
        attestationObject: toText(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      }),
      ...(response.authenticatorData && {
        authenticatorData: toText(response.authenticatorData),
        signature: toText(response.signature),
      }),
    },
  });

  const setUp = (part) => {
    const options = JSON.parse(part.dataset.passkey);
    const button = part.querySelector('button');
    const failed = part.querySelector('[data-passkey-failed]');
    const { form } = button;
    button.addEventListener('click', async () => {
      failed.hidden = true;
      button.disabled = true;
      try {
        const credential = await (options.user ? create(options) : get(options));
        form.elements.namedItem('credential').value = JSON.stringify(answerOf(credential));
        form.submit();
      } catch {
        failed.hidden = false;
        button.disabled = false;
        button.focus();
      }
    });
    part.hidden = false;
  };

  if (window.PublicKeyCredential) for (const part of document.querySelectorAll('[data-passkey]')) setUp(part);
})();
