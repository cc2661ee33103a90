CREATE TABLE "ApprovalAct" (
    "RequestId" TEXT NOT NULL,
    "Turn" INTEGER NOT NULL,
    "Verb" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "UserId" TEXT NULL,
    "UserName" TEXT NULL,
    "ForUserId" TEXT NULL,
    "ForUserName" TEXT NULL,
    "Comment" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    CONSTRAINT "PK_ApprovalAct" PRIMARY KEY ("RequestId", "Turn")
);

CREATE TABLE "ApprovalRequest" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApprovalRequest" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Audience" INTEGER NOT NULL,
    "Levels" INTEGER NOT NULL,
    "Level" INTEGER NOT NULL,
    "Turn" INTEGER NOT NULL,
    "ApplicantId" TEXT NOT NULL,
    "ApplicantName" TEXT NOT NULL,
    "Comment" TEXT NOT NULL,
    "AskedUtc" TEXT NOT NULL,
    "SinceUtc" TEXT NOT NULL,
    "RemindedUtc" TEXT NULL
);

CREATE TABLE "ApprovalStandIn" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ApprovalStandIn" PRIMARY KEY,
    "ApproverId" TEXT NOT NULL,
    "ApproverName" TEXT NOT NULL,
    "StandInId" TEXT NOT NULL,
    "StandInName" TEXT NOT NULL,
    "FromUtc" TEXT NOT NULL,
    "UntilUtc" TEXT NOT NULL
);

CREATE TABLE "ReplacementPartIndex" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReplacementPartIndex" PRIMARY KEY AUTOINCREMENT,
    "Of" TEXT NOT NULL,
    "IsHeld" INTEGER NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);

CREATE INDEX "IX_ApprovalRequest_ContentItemId" ON "ApprovalRequest" ("ContentItemId");

CREATE INDEX "IX_ApprovalRequest_State_SinceUtc" ON "ApprovalRequest" ("State", "SinceUtc");

CREATE INDEX "IX_ApprovalStandIn_StandInId" ON "ApprovalStandIn" ("StandInId");

CREATE INDEX "IX_ReplacementPartIndex_ContentItemId" ON "ReplacementPartIndex" ("ContentItemId");

CREATE INDEX "IX_ReplacementPartIndex_ContentItemVersionId" ON "ReplacementPartIndex" ("ContentItemVersionId");

CREATE INDEX "IX_ReplacementPartIndex_Of" ON "ReplacementPartIndex" ("Of");
