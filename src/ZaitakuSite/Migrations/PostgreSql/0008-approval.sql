CREATE TABLE "ApprovalAct" (
    "RequestId" character varying(26) NOT NULL,
    "Turn" integer NOT NULL,
    "Verb" character varying(64) NOT NULL,
    "Level" integer NOT NULL,
    "UserId" character varying(26),
    "UserName" character varying(256),
    "ForUserId" character varying(26),
    "ForUserName" character varying(256),
    "Comment" character varying(1000) NOT NULL,
    "AtUtc" character varying(28) NOT NULL,
    CONSTRAINT "PK_ApprovalAct" PRIMARY KEY ("RequestId", "Turn")
);

CREATE TABLE "ApprovalRequest" (
    "Id" character varying(26) NOT NULL,
    "Kind" integer NOT NULL,
    "State" integer NOT NULL,
    "ContentItemId" character varying(26) NOT NULL,
    "ContentItemVersionId" character varying(26) NOT NULL,
    "ContentType" character varying(255) NOT NULL,
    "Title" character varying(400) NOT NULL,
    "Audience" integer NOT NULL,
    "Levels" integer NOT NULL,
    "Level" integer NOT NULL,
    "Turn" integer NOT NULL,
    "ApplicantId" character varying(26) NOT NULL,
    "ApplicantName" character varying(256) NOT NULL,
    "Comment" character varying(1000) NOT NULL,
    "AskedUtc" character varying(28) NOT NULL,
    "SinceUtc" character varying(28) NOT NULL,
    "RemindedUtc" character varying(28),
    CONSTRAINT "PK_ApprovalRequest" PRIMARY KEY ("Id")
);

CREATE TABLE "ApprovalStandIn" (
    "Id" character varying(26) NOT NULL,
    "ApproverId" character varying(26) NOT NULL,
    "ApproverName" character varying(256) NOT NULL,
    "StandInId" character varying(26) NOT NULL,
    "StandInName" character varying(256) NOT NULL,
    "FromUtc" character varying(28) NOT NULL,
    "UntilUtc" character varying(28) NOT NULL,
    CONSTRAINT "PK_ApprovalStandIn" PRIMARY KEY ("Id")
);

CREATE INDEX "IX_ApprovalRequest_ContentItemId" ON "ApprovalRequest" ("ContentItemId");

CREATE INDEX "IX_ApprovalRequest_State_SinceUtc" ON "ApprovalRequest" ("State", "SinceUtc");

CREATE INDEX "IX_ApprovalStandIn_StandInId" ON "ApprovalStandIn" ("StandInId");
