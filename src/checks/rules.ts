import type { Rule } from "./rule.ts";
import { aliasTarget } from "./rules/alias-target.ts";
import { duplicateId } from "./rules/duplicate-id.ts";
import { emptyTarget } from "./rules/empty-target.ts";
import { fileTarget } from "./rules/file-target.ts";
import { fileUnused } from "./rules/file-unused.ts";
import { flowPlace } from "./rules/flow-place.ts";
import { fragmentTarget } from "./rules/fragment-target.ts";
import { headingEmpty } from "./rules/heading-empty.ts";
import { headingId } from "./rules/heading-id.ts";
import { headingOrder } from "./rules/heading-order.ts";
import { historyMissing } from "./rules/history-missing.ts";
import { idMark } from "./rules/id-mark.ts";
import { languageMark } from "./rules/language-mark.ts";
import { languageMix } from "./rules/language-mix.ts";
import { leftover } from "./rules/leftover.ts";
import { linkDefinition } from "./rules/link-definition.ts";
import { linkKnownBad } from "./rules/link-known-bad.ts";
import { lostText } from "./rules/lost-text.ts";
import { noteMark } from "./rules/note-mark.ts";
import { ownerField } from "./rules/owner-field.ts";
import { pictureAlt } from "./rules/picture-alt.ts";
import { pictureFile } from "./rules/picture-file.ts";
import { publishedAddress } from "./rules/published-address.ts";
import { quotedFile } from "./rules/quoted-file.ts";
import { rawHtml } from "./rules/raw-html.ts";
import { redirectTarget } from "./rules/redirect-target.ts";
import { sectionDouble } from "./rules/section-double.ts";
import { sectionEmpty } from "./rules/section-empty.ts";
import { sectionMissing } from "./rules/section-missing.ts";
import { sectionTitle } from "./rules/section-title.ts";
import { sectionUnlisted } from "./rules/section-unlisted.ts";
import { tableColumns } from "./rules/table-columns.ts";
import { templateLink } from "./rules/template-link.ts";
import { translationDiffers } from "./rules/translation-differs.ts";
import { translationMissing } from "./rules/translation-missing.ts";
import { translationOrphan } from "./rules/translation-orphan.ts";
import { translationStale } from "./rules/translation-stale.ts";
import { unsafeTarget } from "./rules/unsafe-target.ts";

/** All that is checked, in build, serve, check and the tests alike. A new rule is a file and a line here. */
export const RULES: readonly Rule[] = [
  sectionMissing,
  sectionUnlisted,
  fileUnused,
  sectionDouble,
  sectionTitle,
  sectionEmpty,
  headingOrder,
  headingEmpty,
  headingId,
  idMark,
  duplicateId,
  fragmentTarget,
  fileTarget,
  emptyTarget,
  linkDefinition,
  unsafeTarget,
  linkKnownBad,
  aliasTarget,
  publishedAddress,
  redirectTarget,
  tableColumns,
  noteMark,
  pictureFile,
  pictureAlt,
  flowPlace,
  quotedFile,
  translationMissing,
  translationOrphan,
  translationStale,
  translationDiffers,
  rawHtml,
  languageMark,
  languageMix,
  leftover,
  ownerField,
  historyMissing,
  lostText,
  templateLink,
];
