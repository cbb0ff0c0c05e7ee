/** A network as the API gives it, as far as commands read it. */
export interface NetworkAnswer {
  readonly Id: string;
  readonly Name: string;
  readonly Created?: string;
  readonly Driver?: string;
  readonly Scope?: string;
  readonly EnableIPv4?: boolean;
  readonly EnableIPv6?: boolean;
  readonly Internal?: boolean;
  readonly Ingress?: boolean;
  readonly Labels?: { readonly [key: string]: string } | null;
}
