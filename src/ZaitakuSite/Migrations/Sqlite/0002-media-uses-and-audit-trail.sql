CREATE TABLE "AuditTrailEvent" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AuditTrailEvent" PRIMARY KEY AUTOINCREMENT,
    "CreatedUtc" TEXT NOT NULL,
    "Category" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "CorrelationId" TEXT NOT NULL,
    "Title" TEXT NULL,
    "UserId" TEXT NULL,
    "UserName" TEXT NULL,
    "Comment" TEXT NULL,
    "Data" TEXT NULL
);

CREATE TABLE "MediaUse" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MediaUse" PRIMARY KEY AUTOINCREMENT,
    "Path" TEXT NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);

CREATE INDEX "IX_AuditTrailEvent_CorrelationId" ON "AuditTrailEvent" ("CorrelationId");

CREATE INDEX "IX_AuditTrailEvent_CreatedUtc" ON "AuditTrailEvent" ("CreatedUtc");

CREATE INDEX "IX_MediaUse_ContentItemId" ON "MediaUse" ("ContentItemId");

CREATE INDEX "IX_MediaUse_ContentItemVersionId" ON "MediaUse" ("ContentItemVersionId");

CREATE INDEX "IX_MediaUse_Path" ON "MediaUse" ("Path");
