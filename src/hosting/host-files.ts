import { CACHING } from "./headers.ts";

type Headers = readonly (readonly [string, string])[];

/** `_headers`, as Netlify and Cloudflare Pages read it. */
export function netlifyHeaders(headers: Headers): string {
  const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`).join("");
  return `/*\n${lines}/images/*\n  Cache-Control: ${CACHING.pictures.value}\n`;
}

/** For `include` in a `server` block of nginx, which says where it listens and where the site's folder is. */
export function nginxConfiguration(headers: Headers): string {
  const { hashed, pictures, others } = CACHING;
  return `# Made when the site was built. Include it in a server block that names "listen", "server_name" and "root".
index index.html;
charset utf-8;
server_tokens off;
absolute_redirect off;
error_page 404 /404.html;

# What "npm run build -- --compress" has laid beside each file. The second line needs the module brotli_static.
gzip_static on;
brotli_static on;
gzip_vary on;

set $caching "${others.value}";
if ($uri ~ "${pictures.pattern}") { set $caching "${pictures.value}"; }
if ($uri ~ "${hashed.pattern}") { set $caching "${hashed.value}"; }
add_header Cache-Control $caching always;
${headers.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join("")}
location / { try_files $uri $uri.html $uri/ =404; }
location = /404.html { internal; }
location = /_headers { return 404; }
location = /_redirects { return 404; }
location ^~ /_server/ { return 404; }
location ~ \\.md$ { types { } default_type "text/markdown; charset=utf-8"; }
location ~ \\.webmanifest$ { types { } default_type application/manifest+json; }
`;
}

/** For Caddy: imported into a site's block, which names "root". In a route, what is written later wins. */
export function caddyConfiguration(headers: Headers): string {
  const { hashed, pictures, others } = CACHING;
  return `# Made when the site was built. Import it into a site's block that names "root".
header {
${headers.map(([name, value]) => `\t${name} "${value}"\n`).join("")}}
route {
\theader Cache-Control "${others.value}"
\t@pictures path_regexp pictures ${pictures.pattern}
\theader @pictures Cache-Control "${pictures.value}"
\t@hashed path_regexp hashed ${hashed.pattern}
\theader @hashed Cache-Control "${hashed.value}"
\t@manifest path *.webmanifest
\theader @manifest Content-Type application/manifest+json
}
@hidden path /_headers /_redirects /_server/*
error @hidden 404
try_files {path} {path}.html {path}/
file_server {
\tprecompressed br gzip
}
handle_errors {
\trewrite * /404.html
\tfile_server
}
`;
}
