using Microsoft.AspNetCore.Authorization;
using Zaitaku.Cms.Words;
using Zaitaku.Proofing.Writing;

namespace Zaitaku.Proofing.Pages.Admin.Proofing;

/// <summary>The words this house does not use.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class HouseWordsPageModel(HouseWordList list, WordDesk desk) : WordListPage(list, desk);
