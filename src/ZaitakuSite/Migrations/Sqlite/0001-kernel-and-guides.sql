CREATE TABLE "AliasPartIndex" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AliasPartIndex" PRIMARY KEY AUTOINCREMENT,
    "Alias" TEXT NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);


CREATE TABLE "AutoroutePartIndex" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AutoroutePartIndex" PRIMARY KEY AUTOINCREMENT,
    "Path" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "ModifiedUtc" TEXT NULL,
    "PublishedUtc" TEXT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);


CREATE TABLE "ChapterIndex" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ChapterIndex" PRIMARY KEY AUTOINCREMENT,
    "BookId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Path" TEXT NOT NULL,
    "Summary" TEXT NULL,
    "LocalizationSet" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "Characters" INTEGER NOT NULL,
    "HasNotice" INTEGER NOT NULL,
    "ModifiedUtc" TEXT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);


CREATE TABLE "ContainedPartIndex" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ContainedPartIndex" PRIMARY KEY AUTOINCREMENT,
    "ListContentItemId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);


CREATE TABLE "ContentItem" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ContentItem" PRIMARY KEY AUTOINCREMENT,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "DisplayText" TEXT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "ModifiedUtc" TEXT NULL,
    "PublishedUtc" TEXT NULL,
    "CreatedUtc" TEXT NULL,
    "Owner" TEXT NULL,
    "Author" TEXT NULL,
    "Audience" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Data" TEXT NOT NULL
);


CREATE TABLE "Eviction" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Eviction" PRIMARY KEY AUTOINCREMENT,
    "Node" TEXT NOT NULL,
    "Tag" TEXT NOT NULL
);


CREATE TABLE "FeedbackCount" (
    "ContentItemVersionId" TEXT NOT NULL,
    "Answer" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_FeedbackCount" PRIMARY KEY ("ContentItemVersionId", "Answer", "Day")
);


CREATE TABLE "LocalizationPartIndex" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_LocalizationPartIndex" PRIMARY KEY AUTOINCREMENT,
    "LocalizationSet" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);


CREATE TABLE "MediaFile" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MediaFile" PRIMARY KEY AUTOINCREMENT,
    "Path" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Length" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Audience" INTEGER NOT NULL,
    "ModifiedUtc" TEXT NOT NULL,
    "Width" INTEGER NULL,
    "Height" INTEGER NULL
);


CREATE TABLE "Redirect" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_Redirect" PRIMARY KEY,
    "ContentItemId" TEXT NOT NULL
);


CREATE TABLE "SiteDocument" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_SiteDocument" PRIMARY KEY,
    "Json" TEXT NOT NULL
);


CREATE INDEX "IX_AliasPartIndex_Alias" ON "AliasPartIndex" ("Alias");


CREATE INDEX "IX_AliasPartIndex_ContentItemId" ON "AliasPartIndex" ("ContentItemId");


CREATE INDEX "IX_AliasPartIndex_ContentItemVersionId" ON "AliasPartIndex" ("ContentItemVersionId");


CREATE INDEX "IX_AutoroutePartIndex_ContentItemId" ON "AutoroutePartIndex" ("ContentItemId");


CREATE INDEX "IX_AutoroutePartIndex_ContentItemVersionId" ON "AutoroutePartIndex" ("ContentItemVersionId");


CREATE INDEX "IX_AutoroutePartIndex_Path" ON "AutoroutePartIndex" ("Path");


CREATE INDEX "IX_ChapterIndex_BookId_Order" ON "ChapterIndex" ("BookId", "Order");


CREATE INDEX "IX_ChapterIndex_ContentItemId" ON "ChapterIndex" ("ContentItemId");


CREATE INDEX "IX_ChapterIndex_ContentItemVersionId" ON "ChapterIndex" ("ContentItemVersionId");


CREATE INDEX "IX_ContainedPartIndex_ContentItemId" ON "ContainedPartIndex" ("ContentItemId");


CREATE INDEX "IX_ContainedPartIndex_ContentItemVersionId" ON "ContainedPartIndex" ("ContentItemVersionId");


CREATE INDEX "IX_ContainedPartIndex_ListContentItemId_Order" ON "ContainedPartIndex" ("ListContentItemId", "Order");


CREATE INDEX "IX_ContentItem_ContentItemId_Latest" ON "ContentItem" ("ContentItemId", "Latest");


CREATE UNIQUE INDEX "IX_ContentItem_ContentItemVersionId" ON "ContentItem" ("ContentItemVersionId");


CREATE INDEX "IX_ContentItem_ContentType_Published" ON "ContentItem" ("ContentType", "Published");


CREATE INDEX "IX_FeedbackCount_ContentItemId" ON "FeedbackCount" ("ContentItemId");


CREATE INDEX "IX_LocalizationPartIndex_ContentItemId" ON "LocalizationPartIndex" ("ContentItemId");


CREATE INDEX "IX_LocalizationPartIndex_ContentItemVersionId" ON "LocalizationPartIndex" ("ContentItemVersionId");


CREATE INDEX "IX_LocalizationPartIndex_LocalizationSet_Culture" ON "LocalizationPartIndex" ("LocalizationSet", "Culture");


CREATE UNIQUE INDEX "IX_MediaFile_Path" ON "MediaFile" ("Path");


CREATE INDEX "IX_MediaFile_Sha256" ON "MediaFile" ("Sha256");



