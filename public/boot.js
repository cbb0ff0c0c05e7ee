// Before the first paint: the theme and language that were chosen last time, so that nothing flashes.
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
})();
