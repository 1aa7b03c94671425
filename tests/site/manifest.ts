import { Application } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application";
import { Kustomization } from "@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization";
import { GitRepository } from "@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1/GitRepository";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { Service } from "kubernetes-models/v1/Service";
import { parseAllDocuments } from "yaml";

const MODELS = [Application, Deployment, GitRepository, Kustomization, Namespace, Service];

/** The objects of a manifest, each a document of its YAML. */
export function readObjects(text: string): Record<string, unknown>[] {
  return parseAllDocuments(text).map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    return document.toJS();
  });
}

/** What the published schemas have against a manifest. */
export function findFaults(text: string): string[] {
  return readObjects(text).flatMap((object) => {
    const { apiVersion, kind } = object;
    const model = MODELS.find((one) => one.apiVersion === apiVersion && one.kind === kind);
    if (model === undefined) return [`Cannot find the kind "${kind}" in "${apiVersion}"`];
    const unasked = new Set(pathsIn(object));
    const faults: string[] = [];
    try {
      // Without the constructor, which would read every key while it copies them.
      model.prototype.validate.call(watch(object, unasked));
    } catch (error) {
      faults.push((error as Error).message);
    }
    return [...faults, ...[...unasked].map((path) => `Cannot find "${path}" in the schema of ${kind}`)];
  });
}

function pathsIn(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${path}/${key}`,
    ...pathsIn(inner, `${path}/${key}`),
  ]);
}

/**
 * The schemas let unknown keys pass. But they are compiled to code that asks for each key that it knows, and for no
 * other: what nobody has asked for in the end, no schema knows.
 */
function watch(value: object, unasked: Set<string>, path = ""): object {
  return new Proxy(value, {
    get(target, key) {
      const inner: unknown = Reflect.get(target, key);
      const place = `${path}/${String(key)}`;
      unasked.delete(place);
      return typeof inner === "object" && inner !== null ? watch(inner, unasked, place) : inner;
    },
  });
}
