// Before the first paint: the theme and language that were chosen last time, so that nothing flashes; and where the browser
// lets neither modules nor workers run, what is missing.
(function () {
  var theme = '';
  var language = '';
  try {
    var saved = JSON.parse(localStorage.getItem('swarmarium.settings') || '{}');
    theme = saved.theme || '';
    language = saved.locale || '';
  } catch (_) {
    // Storage is blocked: the system's own preferences hold.
  }
  if (theme !== 'light' && theme !== 'dark') theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = language || (/^pt/i.test(navigator.language) ? 'pt-BR' : 'en');
  // Without an origin: a frame that is sandboxed without allow-same-origin, or a page that was opened from a file.
  if (self.origin !== 'null') return;
  var portuguese = document.documentElement.lang === 'pt-BR';
  var words =
    location.protocol === 'file:'
      ? portuguese
        ? 'O Swarmarium precisa de um servidor web: npm start o serve, e mostra o endereço.'
        : 'Swarmarium needs a web server: npm start serves it, and prints the address.'
      : portuguese
        ? 'Este quadro tem sandbox sem allow-same-origin: o navegador não deixa o Swarmarium rodar aqui. Abra-o à parte:'
        : 'This frame is sandboxed without allow-same-origin: the browser does not let Swarmarium run here. Open it by itself:';
  addEventListener('DOMContentLoaded', function () {
    var box = document.createElement('p');
    box.className = 'alone';
    box.setAttribute('role', 'alert');
    box.textContent = words + ' ';
    if (location.protocol !== 'file:') {
      var link = box.appendChild(document.createElement('a'));
      link.href = link.textContent = location.origin + location.pathname + location.hash;
      link.target = '_blank';
    }
    document.body.appendChild(box);
  });
})();
