// Vite plugin: lets the browser fetch the page's own script and styles while the world's script begins.

/** @param module what is imported dynamically but always needed, as the end of its path. */
export function preload(module) {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const chunks = new Map(Object.values(bundle ?? {}).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
        const door = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
        if (!door) throw new Error(`no chunk begins with ${module}`);
        const scripts = new Set([door.fileName]);
        for (const name of scripts) for (const next of chunks.get(name)?.imports ?? []) scripts.add(next);
        const entries = [...chunks.values()].filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]);
        const fresh = [...scripts].filter((name) => !entries.includes(name));
        const styles = new Set(fresh.flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]));
        return [
          ...fresh.map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` }, injectTo: 'head' })),
          ...[...styles].map((file) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `./${file}` }, injectTo: 'head' })),
        ];
      },
    },
  };
}
