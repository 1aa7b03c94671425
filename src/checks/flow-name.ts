/** What a flow has to be called: `a.flow.yaml` for `a.flow.yml`, `a.Flow.YAML` and `a.yaml`. Undefined for what is no flow. */
export function flowName(file: string): string | undefined {
  return /\.ya?ml$/i.test(file) ? file.replace(/(?:\.flow)?\.ya?ml$/i, ".flow.yaml") : undefined;
}
