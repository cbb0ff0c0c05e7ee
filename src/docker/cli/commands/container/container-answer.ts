/** `GET /containers/{id}/json`, as far as commands read it. */
export interface ContainerAnswer {
  readonly Id: string;
  readonly State?: { readonly Running?: boolean; readonly Paused?: boolean; readonly Restarting?: boolean; readonly ExitCode?: number };
  readonly Config?: { readonly Tty?: boolean; readonly OpenStdin?: boolean };
  readonly NetworkSettings?: { readonly Ports?: { readonly [port: string]: readonly { readonly HostIp: string; readonly HostPort: string }[] | null } | null };
}
