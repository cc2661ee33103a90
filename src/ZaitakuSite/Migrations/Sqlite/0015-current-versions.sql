-- Of a long history the latest or the published version is nearly always meant. Before, all versions of an item were read to find it.
DROP INDEX "IX_ContentItem_ContentItemId_Latest";

DROP INDEX "IX_ContentItem_ContentType_Published";

CREATE INDEX "IX_ContentItem_ContentItemId" ON "ContentItem" ("ContentItemId");

CREATE INDEX "IX_ContentItem_ContentItemId_Current" ON "ContentItem" ("ContentItemId") WHERE "Latest" OR "Published";

CREATE INDEX "IX_ContentItem_ContentType_Current" ON "ContentItem" ("ContentType") WHERE "Latest" OR "Published";
