using Microsoft.AspNetCore.Authorization;
using Zaitaku.Cms.Words;
using Zaitaku.Guides.Readings;

namespace Zaitaku.Guides.Pages.Admin.Guides;

/// <summary>The dictionary of readings.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class ReadingsModel(ReadingList list, WordDesk desk) : WordListPage(list, desk);
