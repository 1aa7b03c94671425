// What readers of the tutorial copy into their cluster, held against the schemas that are published for it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../../src/project.ts";
import { findFaults, readObjects } from "./manifest.ts";

const FOLDER = join(PROJECT, "content/manifests");
const read = (name: string): string => readFileSync(join(FOLDER, `${name}.yaml`), "utf8");
const names = readdirSync(FOLDER).map((file) => file.replace(/\.yaml$/, ""));

describe("the manifests of the tutorial", () => {
  it.each(names)("are what their schemas want: %s", (name) => {
    expect(readObjects(read(name)).length).toBeGreaterThan(0);
    expect(findFaults(read(name))).toEqual([]);
  });

  it.each([
    ["deployment", "kind: Deployment", "kind: Deploymnet", 'Cannot find the kind "Deploymnet" in "apps/v1"'],
    ["deployment", "apps/v1", "apps/v2", 'Cannot find the kind "Deployment" in "apps/v2"'],
    ["deployment", "replicas: 2", "replicas: two", "data/spec/replicas must be integer"],
    ["deployment", "replicas:", "replica:", 'Cannot find "/spec/replica" in the schema of Deployment'],
    ["service", "  namespace:", "  namspace:", 'Cannot find "/metadata/namspace" in the schema of Service'],
    ["service", "spec:", "specs:", 'Cannot find "/specs" in the schema of Service'],
    ["service", "port: 80", "port: http", "data/spec/ports/0/port must be integer"],
    [
      "deployment",
      "containerPort",
      "hostport",
      "data/spec/template/spec/containers/0/ports/0 must have required property containerPort",
    ],
    [
      "deployment",
      "readinessProbe",
      "readynessProbe",
      'Cannot find "/spec/template/spec/containers/0/readynessProbe" in the schema of Deployment',
    ],
    ["kustomization", "kind: Kustomization", "kind: Kustomisation", /^Cannot find the kind "Kustomisation"/],
    ["kustomization", "prune: true", "prune: always", "data/spec/prune must be boolean"],
    ["kustomization", "  interval: 1m\n", "", "data/spec must have required property interval"],
    [
      "kustomization",
      "kind: GitRepository",
      "kind: GitRepo",
      /^data\/spec\/sourceRef\/kind must be equal to one/,
    ],
    ["kustomization", "path:", "paths:", 'Cannot find "/spec/paths" in the schema of Kustomization'],
    ["podinfo", "tag:", "tags:", 'Cannot find "/spec/ref/tags" in the schema of GitRepository'],
    [
      "application",
      "selfHeal: true",
      'selfHeal: "yes"',
      "data/spec/syncPolicy/automated/selfHeal must be boolean",
    ],
    [
      "application",
      "selfHeal:",
      "selfheal:",
      'Cannot find "/spec/syncPolicy/automated/selfheal" in the schema of Application',
    ],
  ])("would be refused with a slip in them: %s with “%s” as “%s”", (name, right, wrong, fault) => {
    const text = read(name);
    expect(text).toContain(right);
    expect(findFaults(text.replace(right, wrong))).toContainEqual(
      typeof fault === "string" ? fault : expect.stringMatching(fault),
    );
  });

  it.each(["en", "de"])("are what the page shows, each of them and no other: %s", (language) => {
    const page = readFileSync(join(PROJECT, `content/${language}/pages/tutorial.md`), "utf8");
    const shown = [...page.matchAll(/^```yaml *(.*)$/gm)].map(([, file]) => file);
    expect(shown.sort()).toEqual(names.map((name) => `file=../../manifests/${name}.yaml`).sort());
  });

  it("belong together", () => {
    const namespace = { name: "web" };
    const pod = { labels: { app: "web" } };
    const port = { name: "http" };
    const [deployment, service] = [read("deployment"), read("service")].map((text) => readObjects(text)[0]);
    expect(readObjects(read("namespace"))).toMatchObject([{ metadata: namespace }]);
    expect(deployment).toMatchObject({
      metadata: { namespace: namespace.name },
      spec: { selector: { matchLabels: pod.labels }, template: { metadata: pod } },
    });
    expect(deployment).toMatchObject({ spec: { template: { spec: { containers: [{ ports: [port] }] } } } });
    expect(service).toMatchObject({
      metadata: { namespace: namespace.name },
      spec: { selector: pod.labels, ports: [{ targetPort: port.name }] },
    });
  });
});
