<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Attract</name>
    <message>
        <source>看 %1 个部门的报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提一条意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市民代表来评议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重点问题 第 %1 题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 的回答，在这里看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>轻触屏幕，开始</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>关闭</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipCard</name>
    <message>
        <source>视频还没到，可以先读文字</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Department</name>
    <message>
        <source>市办实事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>十大攻坚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 章，答 %2 个重点问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 章</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>；没有单设%1专题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>述职报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>局长访谈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给它提意见</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepartmentFinder</name>
    <message>
        <source>输入首字母找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交通局就按 J T J</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到 %1 个部门</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepartmentGroups</name>
    <message>
        <source>按场次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按主题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这样的部门</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepartmentPapers</name>
    <message>
        <source>目标与结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作总结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重点问题 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今年的重点问题里，没有由它回答的。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Departments</name>
    <message>
        <source>%1 个部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按场次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按主题</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>显示和声音</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大字版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字更大，一次一件事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>高对比</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>白底黑字，线条更粗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按钮下移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>坐着、个子小，也够得着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面静止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>波浪和小船不动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>声音 %1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小声</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大声</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您离开后，这些会恢复原样。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>改</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>查我的意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执 %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowAsk</name>
    <message>
        <source>有一个字好像不对，请对着回执再看一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不像回执上的码，请对着回执再看一遍。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执码一共十位，还差几位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执码一共十位，多了几位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里还没有这张回执的消息。今天刚提的，可能还在路上，请过几天再来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在查不了，请叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入回执码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>十个字母和数字，印在回执上。也可以把回执的二维码对准扫码枪。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态截至 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清空</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowFound</name>
    <message>
        <source>受理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>反馈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>吸纳</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不采纳</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合并办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在路上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这件事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经记下，正在送往中心。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纳入明年工作谋划</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刊发《建言与决策》</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态截至 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1的答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有了答复，这里会写出来。您可以在任何会场查，也可以用手机扫回执上的码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查另一张回执</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalsTable</name>
    <message>
        <source>年初说好的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年底做到的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还差一点</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>首页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>帮助</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>帮助</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经叫了，请稍等</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请工作人员来帮我</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要登录吗？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看报告、查问题、提意见都不用登录。只有市民代表作评议要带代表证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会记下我是谁吗？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不会。提意见可以不留姓名；评议不记名，谁也查不到您选了什么。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按错了怎么办？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点“返回”就行。没有提交、没有投出之前，什么都可以改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字太小？调大一些</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我用完了，清掉我的内容</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpBanner</name>
    <message>
        <source>已经叫了工作人员，请在这里稍等</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>内容还在路上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报告、问题和评议票一到，这里就能用。请过一会儿再来，或者问问工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叫工作人员</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeArcade</name>
    <message>
        <source>内容截至 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线 · 内容截至 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这座城市，
想听您说。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选一扇门走进来。
不用登录，三分钟就够。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选一扇门走进来。不用登录，三分钟就够。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向市民报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 个部门，%2 段视频</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 个部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>听市民意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说一件您身边的事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身边的事都行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请市民评议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作评议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市民代表，请带代表证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请带代表证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 个重点问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>群众出题，局长答题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查我的意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭回执编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大字版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>高对比</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按钮下移</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>帮助和叫人</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeElder</name>
    <message>
        <source>您想做什么？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回到普通版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>听局长说一年做了什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说一件身边的事</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查我的意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拿回执来看答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作评议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市民代表用代表证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请人帮我</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重点问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>高对比</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>示例数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您还在吗？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 秒后回到首页。没投出、没提交的内容会清掉，别人看不到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我还在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不用了，退出</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagedText</name>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一页</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>第 %1–%2 项，共 %3 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一页</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinyinKeyboard</name>
    <message>
        <source>用拼音打字，在这里选词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前面的字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更多字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大写</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分词</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数字符号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空格</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>述职报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>局长访谈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂停</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>播放</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这段视频还没到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看完了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文字稿已经到了，可以先读。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再看一遍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说清楚了吗？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语速 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字幕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小声</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大声</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一个：%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>重点问题 第 %1 题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看局长回答 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>书面答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谢谢，记下了。不记名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这次没有记下来，请再点一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个回答，说清楚了吗？（不记名，点一下就行）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说清楚了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没太懂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没答上来</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemRow</name>
    <message>
        <source>书面答复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看回答 %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>%1 个重点问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>群众出题，局长答题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按主题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这样选，没有问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一个主题、部门或来源试试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 题，第 %3–%4 题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由哪个部门回答？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题从哪里来？</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>现在不能投票。您的选择还在，什么都没有用掉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有的部门已经评过了（可能在别的会场），不用再评。其余的请再看一遍，然后投出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台终端存不下了，没有投出。请用旁边的终端，或叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有投出，您的选择还在。请再试一次，或叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>投出前，看一遍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>评%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不记名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一场都评过了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谢谢您。别的场次开始后再来，或者看看报告。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在评不了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叫工作人员</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateList</name>
    <message>
        <source>一个一个评</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对 %1 项</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateOne</name>
    <message>
        <source>第 %1 个，共 %2 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看它的报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看它的报告 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看书面总结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清除这一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列成一张表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对并投出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RateReview</name>
    <message>
        <source>%1 个已选，
%2 个留空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没评的部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留空不算“不了解”，以后还能补。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示我的选择</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>遮住我的选择</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在投出…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>投出 %1 项评价</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>投出以后不能再改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一个都没有选，请先评一个部门。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已选，遮住了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>留空</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>已记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的 %1 项评价已经投出。谢谢您。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的意见已经收下。谢谢您。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭回执编号，在任何会场都能查答复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1还有 %2 个部门，想评随时再来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>评议回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意见回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机扫一扫带走</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>它只证明您的票在公布的名单里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机上也能看办到哪一步。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看不出您选了什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接着评</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再看一会儿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 秒后回到首页</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Representative</name>
    <message>
        <source>退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市民代表 · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您好，
已签到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您好，已签到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签到记名，评议不记名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您选了什么，谁也查不到，工作人员也不行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不用一次评完</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天评几个都行。明天再来，换个会场来，也都行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>民主评议测评票</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已投出 %1 个部门，还有 %2 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>评%1的 %2 个部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部评完了，谢谢您。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在没有可以评的场次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>意见建议征集表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写什么都可以</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再看看报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看完回来接着评</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionBox</name>
    <message>
        <source>已投出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在可以评</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没评完</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPin</name>
    <message>
        <source>证件已认出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入
六位数字密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输错多次，请等 %1 秒再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码不对，请再试一次。什么都没有用掉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码印在发证信封里。
输错五次，要等 15 秒再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>忘了密码？叫工作人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清空</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInRefused</name>
    <message>
        <source>这不是代表证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有看清这张证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张证不是活动发的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是另一次活动的证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张代表证过期了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张证已经停用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张证已经换过新的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里要用另一种证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码不对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请稍等再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张证暂时锁住了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>评议票还没有到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在签不了到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>扫到的是别的二维码。请出示印着“市民代表证”的卡片或手机图片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二维码可能脏了、折了或没有拍全。擦一擦，放平，再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二维码里的签名对不上。请把证交给工作人员看一看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用今年发的代表证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有效期到 %1。换一张新的就能用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请工作人员帮您查一查，补一张新证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用后来发的那一张。找不到，就叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换一张证，或叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输错次数多了，请等 %1 秒。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码输错太多次。请工作人员帮您解锁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请过一会儿再来，或叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台终端出了点问题。请用旁边的终端，或叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的评议机会还在，什么都没有用掉。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叫工作人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一张证再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先看报告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先提意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回首页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给工作人员看：%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInScan</name>
    <message>
        <source>市民代表签到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请把代表证
举到镜头前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请把代表证
对准扫码枪</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拿出代表证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机里的二维码也行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对准屏幕下方的镜头</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对准屏幕下方的红光</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离一个手掌远，停一下</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>听到一声响，就好了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最多等三秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没带证？叫工作人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我不是代表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例代表证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>签到记名，评议不记名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在看…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>示例代表证（只在演示里有）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>全部已上传</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有记录没有上传</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>硬盘快满了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时钟不准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>流水出现分叉，请联系技术支持</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待上传</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>流水</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容包版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>硬盘余量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终端</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在和中心联系…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刚刚和中心联系过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连不上中心。记录都在这台终端上，网通了会自动上传。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中心正忙，稍后会自动再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应答的不是中心，可能是上网认证页。请检查网络。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>硬盘放不下新的内容，评议照常。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>会场值守</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有同步成功：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有和中心联系过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次和中心联系：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在同步…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Suggest</name>
    <message>
        <source>写下来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看一遍</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先写几个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写得太长了，请短一些。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>称呼太长了，请短一些。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话号码好像不对，请再看一看；不留也可以。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台终端存不下了，什么都没有提交。请叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有提交成功，内容还在。请再试一次，或叫工作人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提意见</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestChoose</name>
    <message>
        <source>想说给哪个部门听？不知道也没关系。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不知道，请中心转办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestContact</name>
    <message>
        <source>要回您电话吗？不留也能提交。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怎么称呼您，可不填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话号码，可不填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只用来就这条意见和您联系。写下的内容立刻加密，这台终端和会场的人都看不到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不留，下一步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestReview</name>
    <message>
        <source>您写的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说给</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由中心转办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在提交…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交这条意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再改改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交后给您一张回执，凭它在任何会场都能查答复。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestWrite</name>
    <message>
        <source>您的意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说一件您身边的事：在哪里，什么情况，希望怎么办。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离开就清除，别人看不到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写好了，下一步</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>时间轴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 题的回答</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>文字稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点一句，从那句播放</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上翻</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下翻</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跟着视频</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
