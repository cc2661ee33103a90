CREATE TABLE "BookEdition" (
    "BookId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "ClosedUtc" TEXT NOT NULL,
    "ReopenedUtc" TEXT NULL,
    CONSTRAINT "PK_BookEdition" PRIMARY KEY ("BookId", "Number")
);

CREATE TABLE "EditionText" (
    "BookId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Culture" TEXT NOT NULL,
    CONSTRAINT "PK_EditionText" PRIMARY KEY ("BookId", "Number", "ContentItemId")
);

CREATE INDEX "IX_EditionText_ContentItemVersionId" ON "EditionText" ("ContentItemVersionId");
