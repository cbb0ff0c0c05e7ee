/** Joins a path to a folder and cleans it, as Go's filepath.Join does on Linux; absolute paths stay as they are. */
export function absolutePath(folder: string, path: string): string {
  return path.startsWith('/') ? path : cleanPath(`${folder}/${path}`);
}

/** Takes `.`, `..` and doubled slashes out of an absolute path. */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Whether a path is absolute on Windows: a drive or a share, then a slash (docker/cli loader/windows_path.go). */
export function isWindowsAbsolute(path: string): boolean {
  return /^[A-Za-z]:[\\/]/.test(path) || /^[\\/]{2}[^\\/.][^\\/]*[\\/][^\\/.][^\\/]*[\\/]/.test(path);
}
