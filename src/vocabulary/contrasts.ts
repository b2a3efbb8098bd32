/**
 * Words of which a thing can be only one: 农村污水处理率 is not 城市污水处理率, 养护公路 not 新建公路.
 * Each row has alternatives that exclude each other; the words of one alternative mean the same.
 */
export const CONTRASTS: readonly (readonly (readonly string[])[])[] = [
  ['新建 新增 新改建 采购 购置 购买 扩建 安装 架设', '养护 管护 维护 维修 修缮 修复 保养', '拆除 报废 注销'],
  ['编印 印刷 印制 制作', '发放 分发 张贴'],
  ['城市 城镇 城区', '农村 乡村 镇区'],
  ['国家级', '省级', '市级 州级', '县级 区级', '乡级 镇级 乡镇级', '村级'],
  ['幼儿园 幼儿 学前', '小学', '初中', '高中', '中职', '高职 高校 大学'],
  ['教师 老师', '学生 考生 在校生', '家长'],
  ['医生 医师 村医 护士', '患者 病人'],
  ['户用 户厕', '公共 公厕'],
  ['男性 男职工 男生', '女性 女职工 女生 妇女'],
  ['上半年', '下半年'],
  ['春季', '夏季', '秋季', '冬季'],
  ['一季度', '二季度', '三季度', '四季度'],
  ['一级', '二级', '三级'],
  ['采购 购置 购买 新购 添置', '储备总量 保有量 拥有量 库存量 存量'],
  // Steps of one flow: what comes in, and what comes out of it.
  ['受理 收到 收集 征集 接收 申报 申请', '办结 结案 审结 办复 答复 查实 核实 立项 获批 采纳'],
  ['发出 发放 下发', '收回 回收'],
  ['采购 购置 购买 新购 储备', '接种 使用 消耗'],
  ['简易', '一般', '复杂 疑难 重大'],
  ['科目一', '科目二', '科目三', '科目四'],
  ['博士', '硕士', '本科'],
  ['国道', '省道', '县道', '乡道', '村道'],
  ['左岸', '右岸', '北岸', '南岸'],
  ['高血压', '糖尿病', '结核', '艾滋病', '精神障碍 精神病', '肿瘤 癌症'],
  ['报名', '录取 录用 入选 入围 上岗 到岗'],
  ['开工', '完工 竣工 验收', '拨付'],
  ['生猪', '牛羊', '家禽'],
].map((alternatives) => alternatives.map((words) => words.split(' ')))

/**
 * Words that narrow a name to some of what the rest of it means: a goal that doesn't say 儿童 is not
 * measured by 残疾儿童康复人数.
 */
export const NARROWING: readonly string[] = (
  '儿童 老年人 老人 妇女 青年 青少年 学生 教师 职工 农民 居民 村民 市民 残疾人 患者 党员 志愿者 退役军人 大学生 毕业生 ' +
  '贫困 困难 脱贫 低保 特困 失能 重度 重点 示范 应届 高层次 乡镇 社区 企业 学校 医院'
).split(' ')
