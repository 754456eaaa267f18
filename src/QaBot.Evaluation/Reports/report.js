
(() => {
  const questions = [...document.querySelectorAll('.question')];
  const buttons = [...document.querySelectorAll('[data-filter]')];
  const kind = document.getElementById('kind');
  const find = document.getElementById('find');
  const count = document.getElementById('count');
  const none = document.getElementById('none');
  const texts = new Map();
  let filter = 'all';

  const textOf = question => {
    if (!texts.has(question)) texts.set(question, question.textContent.toLowerCase());
    return texts.get(question);
  };

  const update = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const question of questions) {
      const fits = (filter === 'all' || question.dataset.tags.split(' ').includes(filter))
        && (!kind.value || question.dataset.kind === kind.value)
        && words.every(word => textOf(question).includes(word));
      question.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    count.textContent = shown === 1 ? '1 question' : shown + ' questions';
    none.hidden = shown > 0;
  };

  for (const button of buttons) {
    button.addEventListener('click', () => {
      filter = button.dataset.filter;
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      update();
    });
  }
  kind.addEventListener('change', update);
  find.addEventListener('input', update);
  document.querySelector('.filters').hidden = false;
  update();
})();
