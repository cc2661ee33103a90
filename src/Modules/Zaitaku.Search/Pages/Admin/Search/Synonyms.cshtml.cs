using Microsoft.AspNetCore.Authorization;
using Zaitaku.Cms.Words;
using Zaitaku.Search.Words;
using WordDesk = Zaitaku.Cms.Words.WordDesk;

namespace Zaitaku.Search.Pages.Admin.Search;

/// <summary>Words that mean the same to whoever searches.</summary>
[Authorize(Policy = "PublishContent")]
public sealed class SynonymsModel(SynonymList list, WordDesk desk) : WordListPage(list, desk);
