# The sentences of verdicts, answers and our own clauses, in simplified Chinese (mainland China).
# Verdicts and answers first, then hushreel-privacy and hushreel-terms (message: document-section-vSINCE).
# Values may be Chinese or Latin: they stand beside punctuation or spaces. 版主 is a moderator, 运营者 the operator.

## Figures

pattern-moment = y年M月d日 HH:mm
    .short = y年M月d日
names-more = { $first }、{ $second }，另有 { $more } 个
names-chosen = 你选择的人
name-unknown = 某人
community-unnamed = 所属社区

## Names of papers and ways

document-hushreel-privacy = 我们的隐私政策
document-hushreel-terms = 我们的使用条款
document-kling-app-terms = Kling App 的服务条款
document-kling-app-privacy = Kling App 的隐私政策
document-kling-api-terms = Kling 付费 API 的条款
document-kling-api-terms-cn = Kling API 在中国的合同
document-kling-api-privacy = Kling 付费 API 的隐私政策
document-kling-api-docs = Kling 付费 API 的文档
document-discord-api-docs = Discord 的文档
document-discord-developer-policy = Discord 的开发者政策
document-discord-developer-terms = Discord 的开发者条款
document-discord-privacy = Discord 的隐私政策
document-discord-terms = Discord 的条款
document-telegram-api-docs = Telegram 文档
document-telegram-bot-privacy = Telegram 机器人标准隐私政策
document-telegram-bot-terms = Telegram 机器人条款
document-telegram-privacy = Telegram 隐私政策
document-telegram-terms = Telegram 条款
document-facefusion-service = 网站 facefusion.co
document-comfyui-docs = ComfyUI 的文档
document-facefusion-program = 开源程序 FaceFusion
document-fal-api-terms = fal API 的条款
document-fal-docs = fal 的文档
document-fal-privacy = fal 的隐私政策
document-fal-terms = fal 的条款
document-kling-app-notices = Kling App 的声明
document-replicate-docs = Replicate 的文档
document-replicate-privacy = Replicate 的隐私政策
document-replicate-terms = Replicate 的条款
document-runway-api-docs = Runway API 的文档
document-runway-privacy = Runway 的隐私政策
document-runway-terms = Runway 的条款
provider-motion = 内置动效
provider-kling = Kling
provider-kling-app = Kling App
provider-comfyui = ComfyUI
provider-facefusion = FaceFusion
provider-fal = fal
provider-replicate = Replicate
provider-runway = Runway
version-undated = 无日期
certainty-read = 读过原文
certainty-reported = 转述
certainty-claimed = 仅为声称
certainty-contradicted = 与原文不符
certainty-by-copy = { $certainty }，运营者 { $copied } 的副本
checked-contradicted = 运营者自己的副本与{ $marks }不符。
    .short = 不符：{ $marks }。
checked-read = 运营者自己的副本证实了{ $marks }。

## The headline: who can open it

opens-private = 其他成员都无法打开它。
opens-private-reviewed = 只有你和“{ $community }”的版主可以打开它。
    .short = 只有你和版主可以打开它。
opens-selected-reviewed = 还有这些人可以打开它：{ $names }，以及“{ $community }”的版主。
    .short = 还有这些人可以打开它：{ $names } 和版主。
opens-selected = 还有这些人可以打开它：{ $names }。
opens-community = “{ $community }”的所有人都可以打开它。
opens-community-and = “{ $community }”的所有人都可以打开它，还有：{ $names }。
opens-public = 任何人都可以打开它。
opens-held = 因举报而暂时冻结：你和审核举报的人可以打开它。
    .short = 已冻结：你和审核举报的人可以打开它。
opens-restored = 自从恢复备份以来一直冻结：只有你能打开它。它可能是你已经删除过的视频。
    .short = 自从恢复备份以来一直冻结：只有你能打开它。
opens-later-private = 还没做好；其他成员都找不到它。
opens-later-selected = 还没做好；之后还有这些人可以打开它：{ $names }。
opens-later-community = 还没做好；之后“{ $community }”的所有人都可以打开它。
opens-later-community-and = 还没做好；之后“{ $community }”的所有人都可以打开它，还有：{ $names }。
opens-later-public = 还没做好；之后任何人都可以打开它。
opens-none = 没有可以打开的视频：{ $state ->
    [failed] 制作失败了
   *[cancelled] 制作已取消
  }。
opens-erasing = 它正在彻底删除；任何人都不能再从这里打开它。
opens-erased = 它已彻底删除；任何人都不能从这里打开它。

## The headline: did a generator get it

sent-none = 没有向任何生成器发送任何内容。
sent-not-yet = 还没有向 { $provider } 发送任何内容。
sent-never = 没有向 { $provider } 发送过它的任何内容。
sent-maybe = { $provider } 可能已收到{ $what }。
sent-yes = { $provider } 收到了{ $what }。
sent-yes-since = { $provider } 于 { $when } 收到了{ $what }。
    .short = { $provider } 收到了{ $what }。
sent-maybe-since = { $provider } 可能已于 { $when } 收到{ $what }。
    .short = { $provider } 可能已收到{ $what }。
what-picture = 你的图片和文字
what-words = 你的文字
what-unknown = 你为它提供的内容
    .short = 你的输入

## The five questions

question-who-sees = 谁能看到：
question-who-uses = 谁会使用：
question-copies = 副本在哪：
question-until = 到何时：
question-undone = 无法撤销：

sees-private = 你。
sees-selected = 你，还有 { $names }，直到你停止分享。
    .short = 你和上述的人，直到你停止分享。
sees-until = 到 { $when } 自动结束。
    .short = 到 { $when }。
sees-community = “{ $community }”的所有人，包括那里的版主。
sees-community-and = “{ $community }”的所有人，包括那里的版主，还有 { $names }。
    .short = 上述的人，以及版主。
sees-reviewed = “{ $community }”的版主在做决定期间可以打开它。
    .short = 还有版主。
sees-since = 从 { $when } 起展示。
    .short = 从 { $when } 起。
sees-public = 任何人。
sees-held = 你，以及审核举报的人。
    .short = 你和审核的人。
sees-restored = 你。
    .short = 你。
sees-later-private = 你，做好之后就能看到。
sees-later-selected = 目前没有人；做好之后，你和 { $names }。
    .short = 目前没有人；之后如上所述。
sees-later-community = 目前没有人；做好之后，“{ $community }”的所有人。
    .short = 目前没有人；之后如上所述。
sees-later-community-and = 目前没有人；做好之后，“{ $community }”的所有人，还有 { $names }。
    .short = 目前没有人；之后如上所述。
sees-later-public = 目前没有人；做好之后，任何人。
    .short = 目前没有人；之后如上所述。
sees-none = 视频没有做成。你为它提供的内容只属于你自己。
    .short = 你；视频没有做成。
sees-erasing = 通过我们，没有人能看到。
sees-erased = 通过我们，没有人能看到。
sees-operator = { $operator }在技术上有能力打开它。
    .short = { $operator }也有能力打开。
sees-operator-erased = { $operator }在技术上有能力读取这台机器；数据文件夹中已没有任何文件含有它。
sees-operator-erasing = 在删除完成之前，{ $operator }在技术上有能力读取这台机器。
operator-named = 运营者（{ $operator }）
operator-unnamed = 这台服务器的运营者

uses-here = 在这里，只用于运行服务：不做广告，不出售，不用于训练。
    .short = 在这里，只用于运行服务。
uses-motion = 内置动效在这台机器上工作，没有任何生成器收到任何内容。
uses-motion-later = 内置动效在这台机器上工作，不会有任何生成器收到任何内容。
uses-kling = Kling 付费 API：关于训练的转述互相矛盾，不要指望答案是“不会”。
    .short = Kling API：关于训练的转述互相矛盾。
uses-kling-app = Kling App：据转述，其条款允许用它训练模型；还声称拥有范围很广的许可。
    .short = Kling App：据转述可能用它训练。
uses-comfyui = ComfyUI 由运营者运行，因此同样的承诺也适用。
    .short = ComfyUI 由运营者运行：同上。
uses-facefusion = FaceFusion：我掌握的条款文件没有说它是否用于训练。
uses-fal = fal：关于训练的转述互相矛盾；它转交的任何一方：我掌握的条款文件没有说明。
    .short = fal：关于训练的转述互相矛盾。
uses-replicate = Replicate：没有找到训练自己模型的权利，也没有找到不这样做的承诺；它转交的任何一方：我掌握的条款文件没有说明。
    .short = Replicate：是否用于训练不清楚。
uses-runway = Runway：据转述，其一般条款允许用它训练模型；对运营者可能适用其他条款。
    .short = Runway：据转述可能用它训练。
uses-later = 发送之后才适用。
uses-never = 这个视频没有向那里发送任何内容。
    .short = 没有发送。
uses-anyone = 能打开它的人都可能保留或滥用它。
    .short = 能看到的人都可能保留它。

copies-here = 在这里，已加密封存；运营者的备份中最多 30 天。
    .short = 在这里，已加密封存；备份最多 30 天。
copies-none = 这里没有。
copies-going = 在这里，正在彻底删除。
copies-chat = { $platforms }，在这个聊天里。
    .short = { $platforms }（聊天）。
copies-ephemeral = { $platforms }，在只有你能看到的消息里。
    .short = { $platforms }（消息）。
copies-post = { $platforms }，在展示帖里。
    .short = { $platforms }（帖子）。
copies-received = { $platforms }，在你分享给的人的聊天里。
    .short = { $platforms }（对方的聊天）。
copies-review = { $platforms }，在发给负责审核的版主的消息里。
    .short = { $platforms }（版主）。
until-received = { $platforms }：分享结束时，只要还能修改，我们发给对方的消息里就会去掉它。
    .short = { $platforms }：分享结束时。
until-review = { $platforms }：版主做出决定后，他们的消息里就会去掉它。
    .short = { $platforms }：直到版主决定。
until-looked = { $platforms }：版主打开过的内容，超过 15 分钟后会一直留到其自行关闭。
    .short = { $platforms }：直到版主关闭。
copies-kling = Kling（新加坡，据转述）。
    .short = Kling（新加坡）。
copies-kling-over = Kling（新加坡，据转述），如果那里没有清除。
    .short = Kling（如果没有清除）。
copies-kling-app = Kling App（新加坡）。
copies-comfyui = 运营者的 ComfyUI 文件夹{ $host ->
    [none] {""}
   *[other] （在 { $host }）
  }。
    .short = ComfyUI 文件夹。
copies-comfyui-ours = 几分钟内，在运营者的 ComfyUI 文件夹里{ $host ->
    [none] {""}
   *[other] （在 { $host }）
  }。
    .short = ComfyUI 文件夹，几分钟。
copies-facefusion = FaceFusion。
copies-fal = fal，位于公开地址（据转述在美国和其他国家）。
    .short = fal，位于公开地址。
copies-replicate = Replicate（美国，据转述）。
    .short = Replicate（美国）。
copies-runway = Runway；存放在哪里，我没有相关条款文件。
copies-maybe = （如果已经发送到那里。）
    .short = （如果已发送。）

until-here = { $when } 在这里彻底删除。你可以调整这个日期，或立即删除。
    .short = { $when } 在这里彻底删除，也可提前。
until-kept = 你提供的材料和你的文字 { $when } 在这里彻底删除；视频本身在展示或等待期间保留，之后再留一天，最晚到 { $kept }。
    .short = 你的文字 { $when } 删除；视频最晚 { $kept }。
until-kept-alone = 你提供的材料和你的文字已经不在这里；视频本身在展示或等待期间保留，之后再留一天，最晚到 { $kept }。
    .short = 视频最晚 { $kept } 删除。
until-retention = 做好后 { $duration } 在这里彻底删除。你可以调整这个日期，或立即删除。
until-later = 做好后 { $duration } 在这里彻底删除，或按你设定的日期。
    .short = 做好后 { $duration } 在这里彻底删除。
until-overdue = 它在这里的期限是 { $when }，随时会被彻底删除。
until-erasing = 现在正在这里彻底删除。
until-erased = 这里已经没有了。
until-chat = { $platforms }：直到在那里被移除。
    .short = 聊天里：直到被移除。
until-ephemeral = { $platforms }：{ $count ->
   *[other] 没有说明副本何时消失
  }。
    .short = { $platforms }：没有日期。
until-kling = Kling：据转述约 30 天，因法律原因会更久。我们无法缩短。
    .short = Kling：据转述 30 天或更久。
until-kling-dated = Kling：大约到 { $when }，这是它关于结果的说法；因法律原因会更久，据转述。我们无法缩短。
    .short = Kling：大约到 { $when } 或更久。
until-kling-over = Kling 说它在 30 天后清除结果：大约从 { $when } 起，那里应该不再有副本。我无法核实。因法律原因它可能保存更久，据转述。
    .short = Kling：据它说大约 { $when } 已清除，我无法核实。
until-kling-app = Kling App：视需要而定，没有给出天数。你可以向他们提出要求。
    .short = Kling App：没有给出天数。
until-comfyui = ComfyUI 会保留文件，直到运营者清理。
    .short = ComfyUI：直到运营者清理。
until-comfyui-ours = ComfyUI：做好后大约 10 分钟，我们会删除它的文件。
    .short = ComfyUI：大约 10 分钟。
until-facefusion = FaceFusion：其网站声称 7 天；对这种方式不一定成立。
    .short = FaceFusion：7 天，仅为声称。
until-fal = fal：据转述请求保存 30 天；文件没有日期。删除其余内容后，输入的文件仍会保留。
    .short = fal：据转述 30 天或更久。
until-replicate = Replicate：默认一小时。这对它转交的任何一方没有约束力。
    .short = Replicate：默认一小时。
until-runway = Runway：结果的地址在 48 小时内失效；文件会保留多久，我掌握的条款文件没有说明。
    .short = Runway：文件没有日期。

undone-own = 你自己保存或转发出去的内容；还有删除本身，因为没有回收站。
    .short = 你转发出去的内容；删除本身。
undone-erased = 彻底删除本身；以及任何人此前已保存的内容。
undone-selected = 他们自己留存的内容。
undone-open = 任何能打开它的人自己留存的内容。
    .short = 其他人留存的内容。
undone-own-reviewed = 你自己保存或转发的内容，以及打开过它的版主留存的内容；还有删除，因为没有回收站。
    .short = 你转发的、版主留存的；删除。
undone-before = 它从 { $when } 起公开过：人们当时留下的副本会一直在。
    .short = 它从 { $when } 起公开过。
undone-seen = 看过它的人：{ $names }。
    .short = 有 { $count } 人看过它。
undone-ephemeral = 私密消息（{ $platforms }）里的文件无法收回。
    .short = 私密消息里的文件。
undone-chat = 从 { $platforms } 转发或保存出去的内容。
    .short = 从聊天流出的内容。
undone-generator = { $provider } 已经用它做过的事。
    .short = { $provider } 用它做过的事。
undone-kling-app = Kling App 已经用它做过的事；其许可据称不可撤销。
    .short = Kling App 用它做过的事。

## 传送内容的聊天平台

sees-platform = { $platforms } 在技术上也能看到聊天里的内容。
    .short = { $platforms } 也能。
uses-platform = 聊天里：{ $platforms }，适用其自己的条款（我没有原文）。
    .short = { $platforms }：其自己的条款。
copies-asked = { $platforms }：你为它发送的文字和文件。
    .short = { $platforms }（你发送的）。
copies-account = { $platforms }：你在那里发送的内容，以及我的回答。
    .short = { $platforms }（聊天）。
until-direct = { $platforms }：在这里彻底删除时，我们消息里的文件也会移除。
    .short = { $platforms }：同时移除。
until-asked = 你通过 { $platforms } 发送的内容：我不知道期限。
    .short = { $platforms }：无期限。
copies-chats = { $platforms }（聊天）。
until-chats = { $platforms }：无期限。
undone-chats = 聊天里留下的内容。
undone-asked = 你发送的内容已到过 { $platforms }。
    .short = { $platforms } 收到的。
until-tidy = { $platforms }：带有它的消息会在 { $when } 从聊天里移除。
    .short = { $platforms }：{ $when }。
until-tidy-due = { $platforms }：带有它的消息随时会从聊天里移除。
    .short = { $platforms }：随时。
until-tidy-both = { $platforms }：带有它的消息和你发送的文件会在 { $when } 从聊天里移除；你的文字会留下。
    .short = { $platforms }：文件到 { $when }；你的文字会留下。
until-sent = 你通过 { $platforms } 发送的内容：文件会在 { $when } 从聊天里移除，文字会留下。
    .short = { $platforms }：你的文字会留下。
until-tidied = 你通过 { $platforms } 发送的内容：文件 47 小时后从聊天里移除，文字会留下。
    .short = { $platforms }：文字会留下。
copies-server = 运营者自己的 { $platforms } 服务器的文件夹，未加密。
    .short = 运营者的 { $platforms } 服务器。
sees-link = 持有一次性链接的人可以打开它一次。
    .short = 或凭一次性链接。

## Without a video: how everything here is kept

account-open-none = { $videos ->
    [0] 你在这里没有视频。新视频只对你开放，其他成员都找不到它。
   *[other] 你在这里有 { $videos } 个视频。其他成员一个也打不开。
  }
account-open-some = 你在这里有 { $videos } 个视频，其中 { $open } 个其他人也可以打开。
account-open-general = 这里的视频都是私密的：其他成员都无法打开。
account-sent-none = 内置动效不会向任何生成器发送任何内容。
account-sent-some = 内置动效不会向任何生成器发送任何内容；会发送的是：{ $providers }。发送前我会先问你。
account-sees = 你。{ $operator }在技术上有能力打开这里的所有内容。
account-sees-open = 你，以及你对其开放视频的人。{ $operator }在技术上有能力打开这里的所有内容。
account-until = 视频做好后 { $duration }；你可以调整日期，或立即删除。
account-until-next = 视频做好后 { $duration }；最近到期的一个会在 { $when } 删除。你可以调整日期，或立即删除。

## Answers about the papers

answer-clause = { $document }{ $section ->
    [none] {""}
   *[other] ，{ $section }
  }（{ $certainty }）：{ $text }
made-algorithm = 它是由算法制作的，没有用训练过的模型。
made-composite = 它是由算法用你提供的内容制作的，没有用训练过的模型。
made-model = 它是由训练过的模型制作的。
made-composite-with-model = 它是由训练过的模型制作的，其中有你提供的内容。
private-kling = Kling 付费 API：我掌握的条款文件没有说谁能在那里看到视频。关于训练，转述互相矛盾，不要指望答案是“不会”。
private-kling-app = Kling App 说默认不公开任何内容。但据转述，其条款允许用你的视频训练模型，还声称拥有范围很广的许可。
private-facefusion = FaceFusion：我掌握的条款文件没有说谁能在那里看到或使用视频。其网站只是声称 7 天后删除。
private-fal = fal：在那里生成的文件位于公开地址。关于训练，转述互相矛盾，不要指望答案是“不会”。
whole-papers = 用 /privacy 可以看到我们完整的隐私政策，用 /about 还能看到使用条款。条款文件里说了什么，我可以告诉你：
greeting = 我回答关于你的视频，以及相关条款文件的问题。
lead-conflict = 我掌握的相关内容自相矛盾，两方面都列在下面。
lead-training-kling = Kling 付费 API：转述互相矛盾。不要指望答案是“不会”。
lead-training-kling-app = Kling App：会，据转述。
lead-training-comfyui = 这里的 ComfyUI 由运营者运行，我们自己“不用于训练”的承诺同样有效。
lead-training-fal = fal：关于其条款的转述互相矛盾。不要指望答案是“不会”。
lead-training-runway = Runway：按其通用条款会，据转述；运营者可能适用别的条款。
lead-not-sent = 这个视频是用“{ $made }”做的；{ $provider } 没有得到它的任何内容。
lead-not-sent-from-here = 这个视频是用“{ $made }”做的；这里没有向 { $provider } 发送它的任何内容。
lead-two-ways = Kling App 和 Kling 付费 API 适用不同的条款文件。
abstain = 我掌握的条款文件没有说明。
abstain-subject = 我掌握的 { $subject } 条款文件没有说明。
abstain-elsewhere = 我掌握的文本没有说明：我只了解 Hushreel 的文件，以及我手头关于它所用的生成器和聊天平台的资料。
talk-forgotten = 已忘记：我不再知道上一条回答是关于什么的。
others = 关于其他人的视频，我不会告诉任何人任何信息，包括是否存在。
deny-section = { $document }：没有第 { $section } 条；最后一条是 { $last }。
deny-within = { $document }：没有第 { $section } 条；第 { $chapter } 部分到 { $last } 为止。
deny-unknown = { $document }：我所知的内容里没有第 { $section } 条。我只有零散摘录，没有全文。
abstain-hint = 可以问我：谁能看到视频，谁会使用它，副本在哪里，保存到何时，或者什么无法撤销。
empty-question = 问我点什么吧，比如：我的视频是私密的吗？
other-language = （目前我用中文、英语、西班牙语、葡萄牙语和俄语回答。）
    .short = （目前只有中、英、西、葡、俄语。）
only-ours = 目前我听得懂中文、英语、西班牙语、葡萄牙语和俄语。可以这样问我：我的视频是私密的吗？

## 写给生成服务的信

objection-told = 这是一封供你复制的信，请在末尾写上对方可以回复的地址。我不会发送任何东西。标有“转述”或“仅为声称”的内容，请先核实再引用。这不是法律意见。
objection-address = 请寄到 { $address }：这个地址来自{ $document }（{ $certainty }）。
objection-no-address = 我掌握的这种方式的条款文件没有给出联系地址，请在该公司自己的网页上查找。
objection-operator = { $operator ->
    [none] { $provider } 的客户是运营者，对方可能完全不知道你：请运营者也寄出这封信。
   *[other] { $provider } 的客户是运营者，对方可能完全不知道你：请 { $operator }（{ $contact }）也寄出这封信。
  }
objection-nobody-motion = 这个视频的任何内容都没有离开这台机器：它是由内置动效在这里制作的。没有需要写信的对象。
objection-nobody-comfyui = 没有任何公司收到过这个视频的内容：制作它的 ComfyUI 由运营者运行。没有其他人需要写信；它的文件夹由运营者清理。
objection-nobody-facefusion = 据我所知，没有任何公司收到过这个视频的内容：它是由开源程序 FaceFusion 在运营者的机器上制作的。没有其他人需要写信。
objection-not-sent = { $provider } 还没有收到这个视频的任何内容，因此没有可反对的事。如果不该发过去，请取消它。
objection-never-sent = { $provider } 没有收到这个视频的任何内容，所以没有什么可反对的。
objection-here = Hushreel 自己保存的内容，可以用 /delete 彻底删除。
objection-letter-to = 致 { $company }
objection-letter-subject = 主题：反对、删除与查阅
objection-letter-received = 我写信是为了我的一个视频。{ $operator ->
    [none] 一个使用 Hushreel 的服务
   *[other] { $operator } 运营的 Hushreel 服务
  }把我为此提供的内容发送给了 { $provider }。
objection-letter-maybe = 我写信是为了我的一个视频。{ $operator ->
    [none] 一个使用 Hushreel 的服务
   *[other] { $operator } 运营的 Hushreel 服务
  }可能已把我为此提供的内容发送给 { $provider }。
objection-letter-own = 我写信是为了我用 { $provider } 制作的一个视频。
objection-letter-video = 视频：编号 { $number }，标识 { $reference }，请求时间 { $when }，途径 { $provider }。
objection-letter-words = 我为它写的话：“{ $prompt }”
objection-letter-ask = 我请求你们：
objection-letter-erase = 1. 删除你们为此收到的内容以及由此制作的一切，包括所有副本，并向我确认。
objection-letter-stop = 2. 除制作该视频外，不把其中任何内容用于其他用途，尤其不用于训练或改进模型，也不转交给任何人。我反对任何此类使用。
objection-letter-tell = 3. 告诉我你们保存着其中哪些内容、用于何处、谁收到过，以及何时会删除。
objection-letter-rests = 我的依据是你们自己的文件，就我所知，以下并非原文：
objection-letter-clause = - { $document }{ $section ->
    [none] {""}
   *[other] ，{ $section }
  }，{ $version }（{ $certainty }）：{ $text }
objection-letter-law = 如果我受《通用数据保护条例》（GDPR）保护，例如我住在欧洲经济区，我还依据其第 17 条（删除）、第 21 条（反对）和第 15 条（查阅）。
objection-letter-against = 我知道你们的文件还写有以下内容。在法律允许的范围内，我仍提出上述请求：
objection-letter-close = 请回复到以下地址：

## hushreel-privacy

hushreel-privacy-1-1-v1 = { $operator ->
    [none] 谁运行这台机器，谁就是它的运营者。没有设置名称，因此除了这台机器上的演示，什么都不得运行。
   *[other] 运行这项服务并对它负责的是：{ $operator }。联系方式：{ $contact }。
  }
    .title = 谁在运行
hushreel-privacy-1-2-v1 = 关于你，我只保存平台给出的 ID，你所选择的语言、时区和交付方式（如果你选过），以及你要求制作过多少个视频。不保存姓名，也不向你要其他任何信息。
    .title = 保存哪些关于你的信息
hushreel-privacy-1-3-v1 = { $contact ->
    [none] 你可以查看、更正或彻底删除所保存的关于你的信息；请向运行这台机器的人提出。
   *[other] 你可以查看、更正或彻底删除所保存的关于你的信息；如果还没有相应的命令，请联系 { $contact }。
  }
    .title = 你的权利
hushreel-privacy-2-1-v1 = 从你要求制作的那一刻起，视频就是私密的。你可以打开和下载它，其他成员都不行。
    .title = 默认私密
hushreel-privacy-2-2-v1 = { $operator ->
    [none] 运行这台机器的人持有它的密钥，在技术上有能力打开上面的任何内容。聊天里没有任何功能给予这种能力。
   *[other] 运行这台机器的 { $operator } 持有它的密钥，在技术上有能力打开上面的任何内容。聊天里没有任何功能给予这种能力。
  }
    .title = 运营者
hushreel-privacy-2-3-v1 = 谁要是查找别人的私密视频，得到的回答和查找一个不存在的视频时一样。
    .title = 别人甚至找不到它
hushreel-privacy-2-4-v1 = 版主无法打开任何私密视频。在这一点上，他们和其他成员没有区别。
    .title = 版主
hushreel-privacy-2-5-v1 = 在这里，你的图片、声音和视频片段、提示词和文件名只显示给你自己，无论视频之后怎样。
    .title = 你提供的内容
hushreel-privacy-2-6-v1 = 这里目前没有任何命令会把你的视频展示给别人。想分享就自己下载；别人之后拿它做什么，我们管不到。
    .title = 分享
hushreel-privacy-3-1-v1 = 你提供的内容只用于制作、保存、展示和彻底删除你的视频。不做广告，不出售，不训练模型，不交给第三方。
    .title = 只用于运行服务
hushreel-privacy-3-2-v1 = 内置动效在这台机器上工作。它不向任何生成器发送任何内容；为了制作你的视频，也没有其他任何内容离开这台机器。
    .title = 内置动效
hushreel-privacy-4-1-v1 = 你提供的内容，以及用它做成的内容，都在这里加密封存（AES-256-GCM），每一个都有自己的密钥。主密钥存放在数据文件夹之外。
    .title = 加密封存
hushreel-privacy-4-2-v1 = 提示词、标题、画面上的文字和文件名同样加密封存，每个视频一把密钥。
    .title = 文字也加密
hushreel-privacy-4-3-v1 = 未加密的内容只在制作或显示期间存在于内存中，绝不写入磁盘。
    .title = 绝不明文存盘
hushreel-privacy-4-4-v1 = 图片、声音或视频片段一进来就会去掉隐藏数据：位置（GPS）、相机、日期，除了画面和声音之外的一切。
    .title = 文件的隐藏数据
hushreel-privacy-4-5-v1 = Hushreel 不做备份。运营者自己制作的磁盘副本不在我们能触及的范围内；没有密钥，数据文件夹什么都打不开。
    .title = 备份
hushreel-privacy-4-5-v5 = 运营者用 Hushreel 制作的备份由单独的密钥加密封存，其中没有主密钥。每份备份只在 30 天内可用：之后 Hushreel 拒绝使用它，并在制作下一份时把它从文件夹中删除。恢复备份时，你删除过的内容会在任何人看到之前再次被删除，其余内容只回到你自己这里。只有当删除记录也丢失时，删除过的内容才可能回来，而且只回到你这里。运营者用其他方式制作的副本不在我们能触及的范围内；没有密钥，它们什么都打不开。
    .title = 备份
hushreel-privacy-4-6-v1 = 演示只响应这台机器，并且只响应持有启动时所显示地址的人。
    .title = 演示
hushreel-privacy-5-1-v1 = 每个视频都有到期时间：完成、失败或取消之后 { $retention }。到时视频、你为它提供的一切，以及你的文字，会自动彻底删除。
    .title = 到期时间
hushreel-privacy-5-2-v1 = 用 /enddate 可以把这个日期提前或推后，最晚为制作结束后 { $retention-max }。
    .title = 调整日期
hushreel-privacy-5-3-v1 = 如果到期时机器没有开机，视频会在下次启动时彻底删除。之后我们的设置再有变化，也不会改动已经给你的日期。
    .title = 日期不变
hushreel-privacy-6-1-v1 = /delete 立即生效：你确认后 1 秒之内，我们这里不再提供它的任何一个字节。没有回收站，也没有办法恢复。
    .title = 删除
hushreel-privacy-6-2-v1 = 删除后 60 秒之内，数据、密钥、提示词、标题和文件名会从数据文件夹下的每个文件中消失。
    .title = 删除会清除什么
hushreel-privacy-6-3-v1 = 每次彻底删除后都会有一份签名回执，写明删除了什么、何时删除、什么无法删除。回执会保留，其中没有你的任何文字；它表明我们做出的声明，并不证明没有其他副本存在。
    .title = 回执
hushreel-privacy-6-3-v5 = 每次彻底删除一开始就会有一份签名回执，写明将删除什么、什么在等待、什么谁也无法收回。这里什么都不剩时，以及外部有变化时，它会有新的版本。没有事项等待时它就结束，最迟 90 天，并写明哪些无人确认。在有网页的地方，凭编号和密码可以看到它。回执会保留，其中没有你的任何文字；它表明我们做出的声明，并不证明没有其他副本存在。
    .title = 回执
hushreel-privacy-6-4-v1 = 每次删除都会先在数据文件夹之外的日志簿里记下时间和将要删除内容的 ID。其中没有你的任何文字。
    .title = 删除日志簿
hushreel-privacy-6-5-v1 = 我们触及不到的：你或别人保存的内容、固态硬盘的备用单元，以及磁盘快照。后两者只含加密数据。
    .title = 删除触及不到什么
hushreel-privacy-6-6-v1 = 目前还没有命令可以彻底删除整个账户。请逐个删除你的视频；其余部分请联系{ $contact ->
    [none] 运行这台机器的人
   *[other] ：{ $contact }
  }。
    .title = 你的账户
hushreel-privacy-7-1-v1 = 日志里只有 ID 和时间，绝没有你写的内容、标题或文件名。
    .title = 日志
hushreel-privacy-7-2-v1 = 你问我的问题，回答之后不会写到任何地方。
    .title = 你的问题
hushreel-privacy-7-3-v1 = 回答是根据你的视频状态和这些条款计算出来的，再用固定的句子表达。没有语言模型参与。
    .title = 回答是怎么来的
hushreel-privacy-8-1-v1 = 这些条款文件都有带日期的版本。每个回答都会注明所依据的条款及其版本。
    .title = 版本
hushreel-privacy-1-2-v2 = 关于你，我只保存平台给出的 ID，你所选择的语言、时区和交付方式（如果你选过），以及你要求制作过多少个视频{ $platforms ->
    [none] {""}
   *[other] ，另加第 9 节所列的内容
  }。不保存姓名，也不向你要其他任何信息。
    .title = 保存哪些关于你的信息
hushreel-privacy-3-1-v2 = 你提供的内容只用于制作、保存、展示和彻底删除你的视频。不做广告，不出售，不训练模型，不交给第三方{ $platforms ->
    [none] {""}
   *[other] （你使用的聊天平台 { $platforms } 除外）
  }。
    .title = 只用于运行服务
hushreel-privacy-4-3-v2 = 未加密的内容只在制作或显示期间存在于内存中，绝不写入{ $platforms ->
    [none] {""}
   *[other] 我们的
  }磁盘。
    .title = 绝不明文存盘
hushreel-privacy-7-2-v2 = { $platforms ->
    [none] 你问我的问题，回答之后不会写到任何地方
   *[other] 你问我的问题，回答之后我们不会写到任何地方；私聊里说过的话会留在私聊里
  }。
    .title = 你的问题
hushreel-privacy-9-1-v2 = 你输入的文字、提供的文件和我的回答都经由 Discord 传送。该公司在技术上能看到这一切，包括私聊；它如何使用，由它自己的文件规定：我们无法替它作任何承诺。
    .title = Discord 得到什么
hushreel-privacy-9-2-v2 = 在服务器或群组里，我用只有你能看到的消息回答；在我们的私聊里，用普通消息回答。我不会把你的任何内容放进频道。
    .title = 我在哪里回答
hushreel-privacy-9-3-v2 = 为了再次找到我自己的消息，我保存它们的 ID、频道 ID 和类型，并在 15 分钟内保存一把加密的钥匙用来修改回答。不保存其中的文字；消息里不再有你的内容时，这些记录也随之删除。
    .title = 保存哪些关于我的消息的信息
hushreel-privacy-9-4-v2 = 只有你能看到的消息里的文件，15 分钟后我们就无法移除了；它会存在多久，Discord 没有说明。
    .title = 只有你能看到的消息里的文件
hushreel-privacy-9-5-v2 = 视频被彻底删除时，它的文件会从我们的私聊，以及仍可修改的回答里移除。回执会说明哪些已清空、哪些在等待 Discord、哪些我们触及不到。
    .title = 彻底删除之后的聊天
hushreel-privacy-9-6-v2 = 对于添加我的服务器，我保存它的 ID 和添加时间；对于它的设置，保存所选的频道、由谁管理、各项开关以及由谁选择。我被移出时，只留下我们自己的一个 ID 和两个时间。
    .title = 保存哪些关于服务器的信息
hushreel-privacy-9-7-v2 = 我不会旁读服务器里的对话：我只收到命令、你在我们私聊里写的内容，以及提到我的消息；对后者我什么都不保存。
    .title = 不旁读
hushreel-privacy-9-8-v2 = 如果你在 /settings 里选择链接，Discord 就得不到视频的副本：一个只能打开一次的链接会带你到这里。
    .title = 用链接代替文件
hushreel-privacy-1-2-v3 = 关于你，我只保存平台给出的 ID，你所选择的语言、时区和交付方式（如果你选过），以及你要求制作过多少个视频{ $platforms ->
    [none] {""}
   *[other] ，另加你在 /settings 里的其他选择，以及第 9 至 11 节所列的内容
  }。不保存姓名，也不向你要其他任何信息。
    .title = 保存哪些关于你的信息
hushreel-privacy-2-7-v3 = 一次性链接会为任何持有它的人打开视频：只能打开一次，最多 24 小时内有效。请不要交给别人。
    .title = 一次性链接
hushreel-privacy-4-3-v3 = 未加密的内容只在制作或显示期间存在于内存中，绝不写入{ $platforms ->
    [none] {""}
   *[other] 我们的
  }磁盘{ $server ->
    [none] {""}
   *[other] （10.12 所说的文件夹除外）
  }。
    .title = 绝不明文存盘
hushreel-privacy-7-2-v3 = { $platforms ->
    [none] 你问我的问题，回答之后不会写到任何地方
   *[other] 你问我的问题，回答之后我们不会写到任何地方；私聊里说过的话会留在私聊里
  }{ $telegram ->
    [none] {""}
   *[other] ；通过 Telegram 来的内容会加密等待回答，见 10.7
  }。
    .title = 你的问题
hushreel-privacy-10-1-v3 = 你输入的文字、提供的文件和我的回答都经由 Telegram 传送。与机器人的聊天没有端到端加密：该公司在技术上能看到这一切，你的每台设备也都会显示。它如何使用，由它自己的文件规定：我们无法替它作任何承诺。
    .title = Telegram 得到什么
hushreel-privacy-10-2-v3 = 在群组里，我只写一行字，附一个通往我们私聊的按钮，并在私聊里回答。你的任何内容都不会进入群组或频道。
    .title = 我在哪里回答
hushreel-privacy-10-3-v3 = 为了再次找到我自己的消息和你在聊天里的文件，我保存它们的 ID、聊天的 ID、类型和时间。不保存其中的文字；消息里不再有你的内容时，这些记录也随之删除。
    .title = 保存哪些关于消息的信息
hushreel-privacy-10-4-v3 = “保持聊天整洁”默认开启，可在 /settings 里关闭：47 小时后，带有视频的我们的消息和你为它发送的文件会从聊天里移除。留下一张卡片，上面的按钮可以再次显示视频；你的文字也会留下。
    .title = 保持聊天整洁
hushreel-privacy-10-5-v3 = 48 小时后，Telegram 不再允许我们移除任何消息。我们自己的消息仍可清空；你发送的会留着，直到你自己删除。已被转发或保存的，谁也收不回。
    .title = 48 小时之后
hushreel-privacy-10-6-v3 = 视频被彻底删除时，带有它的我们的消息会从聊天里移除，超过 48 小时的则被清空；你为它发送的文件，在 Telegram 仍允许时移除。回执会说明它们的结果。
    .title = 彻底删除之后的聊天
hushreel-privacy-10-7-v3 = 你发来的内容会加密保存到回答为止；之后留下它的编号，以免重复回答。24 小时后两者都不再保留。我逐项提问时你告诉我的内容，会加密保存到提问结束，最多 24 小时。
    .title = 等待中的消息
hushreel-privacy-10-8-v3 = 对于添加我的群组或频道，我保存它的 ID 和添加时间；对于它的设置，保存所选的地方、由谁管理、各项开关以及由谁选择。我被移出时，只留下我们自己的一个 ID 和两个时间。
    .title = 保存哪些关于群组的信息
hushreel-privacy-10-9-v3 = 我不会旁读群组里的对话：我只处理命令、提到我的消息和对我的回复。如果群组让我当管理员，Telegram 会把那里写的一切都发给我；其余内容会立即丢弃，编号也在 24 小时内删除。
    .title = 不旁读
hushreel-privacy-10-10-v3 = 如果你在 /settings 里选择链接，Telegram 就得不到视频的副本：一个只能打开一次的链接会带你到这里。
    .title = 用链接代替文件
hushreel-privacy-10-11-v3 = 如果你在 /settings 里关闭转发和保存，Telegram 的应用就不能转发也不能保存我的新消息。这只能起劝阻作用：谁也拦不住有人拍摄屏幕。
    .title = 转发和保存
hushreel-privacy-10-12-v3 = 为了让更大的文件通过，运营者运行着自己的 Telegram 服务器。文件会未加密地经过它的文件夹，并留在那里，直到运营者清空。
    .title = 运营者自己的 Telegram 服务器
hushreel-privacy-11-1-v3 = 连接两个账号时，会以哈希形式保存一个验证码。它可以在 10 分钟内输入，输错五次的人要等待，一天后验证码被忘记。在你开始的那一边于一小时内确认之前，什么都不会合并。
    .title = 连接账号
hushreel-privacy-11-2-v3 = 在此期间，我加密保存平台给出的两个账号的名字，让你看到放谁进来。一旦决定，或时间已过，就会删除。
    .title = 账号的名字
hushreel-privacy-11-3-v3 = 对每个视频和它的回执，我保存它来自你的哪个账号，以及账号从何时起相连。/unlink 据此把它们重新分开。
    .title = 取消连接
hushreel-privacy-1-2-v4 = 关于你，我只保存平台给出的 ID，你所选择的语言、时区和交付方式（如果你选过），以及你要求制作过多少个视频{ $platforms ->
    [none] {""}
   *[other] ，另加你在 /settings 里的其他选择，以及第 9 至 11 节所列的内容
  }。除 2.8 和 11.2 所列的称呼外不保存姓名，也不向你要其他任何信息。
    .title = 保存哪些关于你的信息
hushreel-privacy-2-6-v4 = 除非由你选择，或由你自己发布，没有别人能看到你的视频。你选择的人可以观看和保存它，直到你定的日期，或直到你停止分享，停止立即生效；你的提示词和你提供的素材始终只属于你。他们已经保存或转给别人的内容，我们无法控制。
    .title = 分享
hushreel-privacy-2-8-v4 = 在你分享视频期间，我会加密保存当时平台对你和对方的称呼；对方若从未给我发过消息，则只保存一个带密钥的指纹。我把视频交给对方时会记下这件事和时间，你可以用 /whosaw 查看；这些会随分享或视频一起消失。用邀请提出请求的人，我会加密保存其名字，最长 14 天。
    .title = 称呼，以及谁打开过
hushreel-privacy-2-9-v5 = 运营者用 Hushreel 自带的命令打开你的视频时，在读取第一个字节之前就会记下这件事和对方给出的理由。只要能联系到你，我就会告诉你，用 /whosaw 也能看到。掌管这台机器的人可以绕过这个命令，而我看不到。
    .title = 运营者打开了什么

## hushreel-terms

hushreel-terms-1-1-v1 = 只上传你有权使用的内容。
    .title = 你可以上传什么
hushreel-terms-1-2-v1 = 如果图片、声音或视频片段中能认出其他人，他们必须在你上传之前就已同意。
    .title = 其他人
hushreel-terms-1-3-v1 = 不得有任何涉及未满 18 岁者的性内容；未经本人同意，不得有针对真实人物的性内容或有损其尊严的内容；不得有任何违法内容。
    .title = 禁止的内容
hushreel-terms-1-4-v1 = 你必须年满 13 岁；如果你所在地的法律要求更高，以法律为准。
    .title = 年龄
hushreel-terms-2-1-v1 = 你做出来的内容始终归你所有，包括商业使用，以法律和他人权利允许的范围为限。除了为你运行服务，你不授予我们任何权利。
    .title = 始终归你
hushreel-terms-3-1-v1 = 在法律上对这项服务负责的是{ $operator ->
    [none] 运行这台机器的人
   *[other] ：{ $operator }
  }。Hushreel 软件的开发者不运行它，也看不到它的任何内容。
    .title = 由谁负责
hushreel-terms-3-2-v1 = 我们不保证内容不会丢失：磁盘损坏或密钥丢失，视频也就丢失。想保留的请下载。
    .title = 不作保证
hushreel-terms-3-3-v1 = 如果有人未经你同意做了关于你的视频，请{ $contact ->
    [none] 告诉运行这台机器的人
   *[other] 联系：{ $contact }
  }。
    .title = 举报

## hushreel-privacy: publishing

hushreel-privacy-2-1-v4 = 从你要求制作的那一刻起，视频就是私密的。你可以打开和下载它，其他成员都不行，除非你自己开放给他们。
    .title = 默认私密
hushreel-privacy-2-4-v4 = 版主无法打开任何私密视频。只有在你把视频发给他们、它在他们的社区展示、你还能对他们的决定申诉，或者它在那里被冻结或举报而尚未了结的时候，他们才能打开它。
    .title = 版主
hushreel-privacy-5-1-v4 = 每个视频都有到期时间：完成、失败或取消之后 { $retention }。到时视频、你为它提供的一切，以及你的文字，会自动彻底删除。只有在你发布过的地方，视频本身会在展示或等待期间保留。
    .title = 到期时间
hushreel-privacy-9-2-v4 = 在服务器或群组里，我用只有你能看到的消息回答；在我们的私聊里，用普通消息回答。除了你在那里发布的，我不会把你的任何内容放进频道。
    .title = 我在哪里回答
hushreel-privacy-10-2-v4 = 在群组里，我只写一行字，附一个通往我们私聊的按钮，并在私聊里回答。除了你在那里发布的，你的任何内容都不会进入群组或频道。
    .title = 我在哪里回答
hushreel-privacy-12-1-v4 = 在由版主决定的社区里，他们通过之前，那里的其他人都找不到你发布的内容；修改也一样，之前通过的保持不变。如果管理者选择不审核，预览会这样说明。
    .title = 展示之前
hushreel-privacy-12-2-v4 = 你所请求的社区的版主可以看到封面、预览和视频，并读到你为发布写的内容。你的提示词和你为视频提供的材料，他们打不开。别处的版主什么都找不到。
    .title = 版主能看到什么
hushreel-privacy-12-3-v4 = /unpublish 和 /hide 马上生效：从那一刻起，我们的任何地方都不再把它展示给那里的其他人。频道里的帖子在平台允许时马上拿掉；别人在那之前存下的会留在他们手里。
    .title = 撤回
hushreel-privacy-12-4-v4 = 发布的内容会自动撤回：在你开始的 30 天后，或在你选的日期，最长一年。
    .title = 自动结束
hushreel-privacy-12-5-v4 = 展示期间，视频、封面和预览会超过视频自己的到期时间继续保留；等待决定期间，最多 14 天。你提供的材料和除标题以外的文字仍在到期时删除。当没有发布再保留它时，它至少还会留 24 小时，让你可以存下来。
    .title = 发布会保留什么
hushreel-privacy-12-6-v4 = 帖子不提任何人的名字，除非你选了要展示的名字：里面没有你的账号、视频的编号、你的提示词，也没有文件名。
    .title = 匿名
hushreel-privacy-12-7-v4 = 版主的决定会连同原因告诉你，但从不说是谁决定的。你可以申诉一次；先前做决定的人不能再决定这一次。
    .title = 决定
hushreel-privacy-12-8-v4 = 版主可以取消你在他们社区发布的权利，每次 90 天。为此我会保存你每个账号的一个带密钥的标记，它不显示任何人是谁。即使你的其他一切都已删除，它也会保留到期满。
    .title = 禁止发布
hushreel-privacy-12-9-v4 = 能看到视频的人都可以举报它。如果被举报为私密内容、未经同意的某人形象或伤害未成年人，它会立刻对除你和做决定的人之外的所有人关闭，并且会告诉你；只有曾两次举报不实的人，举报不会关闭任何东西。谁举报的，不会告诉你，也不会告诉做决定的人。
    .title = 举报
hushreel-privacy-12-10-v4 = 对一次举报，我保存所选和所写的内容（已密封）、来自哪个账号以及时间；没有账号时，保存网络地址的带密钥标记，为期一天。所写的内容随视频一起删除，而全部内容在决定后 90 天删除。
    .title = 举报保存什么
hushreel-privacy-6-6-v5 = 输入一个词之后，/forgetme 会删除你在所有平台上的一切：视频、设置、连接、分享，以及举报和决定中你的名字和文字。你的下一句话，对我来说就是一个新人的第一句话。留下的不指名任何人：封禁（带密钥的令牌，到期为止）、回执，以及有过决定或被看过这件事。
    .title = 你的账号
hushreel-privacy-6-7-v7 = 对你发送给 Kling 的视频，我会记下它的花费：哪个生成器、什么时候、多少钱、在哪个社区开始做。是哪个视频，在该视频删除时忘记。是你的这一点，在当月结束时忘记，用 /forgetme 则立即忘记；在此之前只用来计算你花了多少。金额保留 400 天，不指名任何人。
    .title = 一个视频花了多少
hushreel-privacy-1-4-v5 = /mydata 把我保存的关于你的一切打成一个包给你：文件、可以阅读的网页和给程序用的数据。它是封存的，没有任何命令会把它交给别人。完成一天后它会被删除。如果在此之前其中的某样东西被删除，从那一刻起谁也打不开它。
    .title = 打包的一切

## The object store

copies-bucket = 已加密封存，存放在 { $storage }；运营者的备份中最多 30 天。
    .short = 已加密封存，存放在 { $storage }；备份最多 30 天。
hushreel-privacy-3-2-v5 = 内置动效在这台机器上工作。它不向任何生成器发送任何内容；为了制作你的视频，{ $storage ->
    [none] 也没有其他任何内容离开这台机器
   *[other] 除了送往 4.7 所说之处的加密数据，也没有其他任何内容离开这台机器
  }。
    .title = 内置动效
hushreel-privacy-4-7-v5 = 加密数据存放在 { $storage } 的对象存储中，而不在这台机器上。它得不到任何密钥，因此什么都打不开。如果它保留已删除内容的旧版本，那也只是密钥已不存在的加密数据；你的回执会说明这一点。
    .title = 加密数据存放在哪里

## The language model

hushreel-privacy-3-1-v6 = 你提供的内容只用于制作、保存、展示和彻底删除你的视频。不做广告，不出售，不训练模型，不交给第三方{ $platforms ->
    [none] {""}
   *[other] （你使用的聊天平台 { $platforms } 除外）
  }{ $model ->
    [none] {""}
   *[other] 。你用文字问我的问题还会发给一个语言模型，见 7.4
  }。
    .title = 只用于运行服务
hushreel-privacy-3-1-v7 = 你提供的内容只用于制作、保存、展示和彻底删除你的视频。不做广告，不出售，不训练模型，不交给第三方{ $platforms ->
    [none] {""}
   *[other] （你使用的聊天平台 { $platforms } 除外）
  }{ $model ->
    [none] {""}
   *[other] 。你用文字问我的问题还会发给一个语言模型，见 7.4
  }{ $kling ->
    [none] {""}
   *[other] 。你看过说明后自己发送给 Kling 的内容，按 Kling 的文件使用，其中可能包括训练
  }。
    .title = 只用于运行服务
hushreel-privacy-7-2-v6 = { $platforms ->
    [none] 你问我的问题，回答之后不会写到任何地方
   *[other] 你问我的问题，回答之后我们不会写到任何地方；私聊里说过的话会留在私聊里
  }{ $telegram ->
    [none] {""}
   *[other] ；通过 Telegram 来的内容会加密等待回答，见 10.7
  }{ $model ->
    [none] {""}
   *[other] 。问题还会发给一个语言模型；那边会不会记录，我们不知道，见 7.4
  }。
    .title = 你的问题
hushreel-privacy-7-3-v6 = 回答是根据你的视频状态和这些条款计算出来的，再用固定的句子表达。{ $model ->
    [none] 没有语言模型参与。
   *[other] 之后语言模型可能会改写措辞。它不决定任何事；只有在所有要紧的字词仍与我们的一致时，才会显示它写的内容。
  }
    .title = 回答是怎么来的
hushreel-privacy-7-4-v6 = 运营者让 { $model } 上的一个语言模型改写回答的措辞。它会得到你的问题、我们的回答和回答所依据的条款，回答里的人名和社区名都被遮住；它绝不会得到图片、视频、提示词或别人的任何内容。条款文件没有说明的问题，不会发送任何内容。它怎样使用得到的内容，由运行它的人决定：我们无法替它作任何承诺。
    .title = 语言模型

## Asking on

hushreel-privacy-7-5-v6 = 为了让你能接着问（“为什么？”“那另一个呢？”），我会在 24 小时内记住我在这里给你的上一条回答是关于什么的：它的主题、条款和视频，不含你的任何文字，只在工作内存里，从不写入磁盘。让我忘记我们聊的内容，它就立刻消失。
    .title = 接着问

## 视频在哪里制作，以及它们怎么说明

hushreel-privacy-3-3-v7 = 这里可以用 ComfyUI 制作视频，它由运营者运行，{ $comfyui ->
    [none] 就在这台机器上
   *[other] 在运营者的另一台机器上：{ $comfyui }
  }。你为这样的视频提供的内容只到那里，不会到任何公司。{ $clears ->
    [none] ComfyUI 保存的内容会留到运营者清理为止。
   *[other] 做好后大约 10 分钟，我会删除那里的文件；你删除视频时立即删除。
  }
    .title = 由 ComfyUI 制作的视频
hushreel-privacy-3-4-v7 = Kling 不会自动收到任何内容。对于你发送到那里的视频，它会收到你的文字，以及不带文件中其他信息的图片，只附一个随机编号：没有姓名、账号或地址。Kling 是另一家公司；我无法替它承诺任何事，但会给你看它自己的条款文件怎么说。
    .title = 由 Kling 制作的视频
hushreel-privacy-3-5-v7 = 在这里制作的每个视频及其每张图片，都在自身中以程序可读的签名形式说明它是怎么做的：由算法、由训练过的模型，或与提供的内容混合而成。其中没有任何关于你的内容：没有姓名、账号或文字。无法这样标记的不会交付。
    .title = 它如何说明自己的制作方式
hushreel-privacy-3-6-v7 = 对每个视频，我会记下你是在哪个社区开始做的，这样无论你从哪里发送，该社区的规则和预算都有效。只告诉你一个人。视频或社区不在了，这一点也随之消失。
    .title = 在哪里开始做的
