/** The page's own address without query and fragment. */
function page(): URL {
  const url = new URL(location.href);
  url.search = '';
  url.hash = '';
  return url;
}

/** The address that opens a link's code: as usual, large for a room, or small in somebody's page. */
export function addressOf(code: string, view: 'full' | 'present' | 'embed' | 'embed-terminal' = 'full'): string {
  const url = page();
  url.search = { full: '', present: '?present', embed: '?embed', 'embed-terminal': '?embed=terminal' }[view];
  url.hash = code;
  return url.href;
}

/** The address of the badge for READMEs. */
export function badgeAddress(): string {
  return new URL('badge.svg', page()).href;
}

/** HTML that puts the run into somebody's page. Nothing in it comes from the run but its code, which is letters and digits. */
export function embedHtml(code: string, withTerminal: boolean): string {
  const source = addressOf(code, withTerminal ? 'embed-terminal' : 'embed')
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;');
  return `<iframe src="${source}" title="Swarmarium" width="100%" height="${withTerminal ? 640 : 420}" style="border:0" loading="lazy" allow="clipboard-write"></iframe>`;
}
