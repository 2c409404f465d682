/**
 * Addresses as the makers of these sites, their documentation and public code write them. Of each site: `works` lists all
 * addresses of one work after the other, and `none` the addresses that show no work at all. Where only the page tells,
 * `html` is what it says.
 */
export interface SiteWorks {
  site: string;
  html?: string;
  /** No two of these works are the same. */
  works: string[][];
  none: string[];
}

export const works: SiteWorks[] = [
  {
    site: 'salesforce',
    works: [
      [
        'https://example.lightning.force.com/lightning/r/Opportunity/006Hp00001ExMplIAF/view',
        'https://example.lightning.force.com/lightning/r/Opportunity/006Hp00001ExMpl/view',
        'https://example.lightning.force.com/lightning/r/sObject/006Hp00001ExMplIAF/view',
        'https://example.lightning.force.com/lightning/r/Opportunity/006Hp00001ExMplIAF/view?ws=%2Flightning%2Fr%2FAccount%2F001Hp00001ExMplIAF%2Fview',
        'https://example.lightning.force.com/one/one.app#/sObject/006Hp00001ExMplIAF/view',
        'https://example.lightning.force.com/one/one.app?source=aloha#/sObject/006Hp00001ExMpl/view',
        'https://example.my.salesforce.com/006Hp00001ExMplIAF/e?retURL=%2F006Hp00001ExMplIAF',
        'https://example.my.salesforce.com/lightning/r/Opportunity/006Hp00001ExMplIAF/view',
        'https://example.lightning.force.com/lightning/r/006Hp00001ExMpl/view',
        'https://example.my.salesforce.com/006Hp00001ExMpl?nooverride=1',
        'https://example.lightning.force.com.mcas.ms/lightning/r/Opportunity/006Hp00001ExMplIAF/edit',
      ],
      ['https://example.lightning.force.com/lightning/r/Account/001Hp00001ExMplIAF/view'],
      ['https://other.lightning.force.com/lightning/r/Opportunity/006Hp00001ExMplIAF/view'],
      [
        'https://example--uat.sandbox.lightning.force.com/lightning/r/Case/500Hp00001ExMplIAF/view',
        'https://example--uat.sandbox.my.salesforce.com/500Hp00001ExMpl',
      ],
      ['https://example-dev-ed.develop.lightning.force.com/lightning/r/Lead/00QHp00001ExMplMAF/view'],
      [
        'https://example.lightning.sfcrmapps.cn/lightning/r/Opportunity/006Hp00001ExMplIAF/view',
        'https://example.my.sfcrmproducts.cn/006Hp00001ExMpl',
      ],
      [
        'https://example.my.site.com/partners/s/opportunity/006Hp00001ExMplIAF/big-deal',
        'https://example.my.site.com/partners/s/detail/006Hp00001ExMplIAF',
        'https://example.my.site.com/partners/s/opportunity/006Hp00001ExMpl?tabset-1=2',
      ],
      ['https://example.my.site.com/customers/s/detail/006Hp00001ExMplIAF'],
      [
        'https://example.lightning.crmforce.mil/lightning/r/Opportunity/006Hp00001ExMplIAF/view',
        'https://example.my.salesforce.mil/006Hp00001ExMpl',
        'https://example.lightning.force.mil/one/one.app#/sObject/006Hp00001ExMplIAF/view',
      ],
    ],
    none: [
      'https://example.lightning.force.com/lightning/o/Opportunity/list?filterName=Recent',
      'https://example.lightning.force.com/lightning/o/Opportunity/pipelineInspection',
      'https://example.lightning.force.com/lightning/setup/SetupOneHome/home',
      'https://example.lightning.force.com/lightning/n/My_Tab?c__recordId=006Hp00001ExMplIAF',
      'https://example.my.salesforce.com/00BHp000001ExMp',
      'https://example.lightning.force.com/lightning/r/Report/00OHp000001ExMpMAK/view',
      'https://example.lightning.force.com/lightning/r/Dashboard/01ZHp000001ExMpMAK/view',
      'https://example.my.salesforce.com/006/o',
      'https://example.my.salesforce.com/home/home.jsp',
      'https://example.my.site.com/partners/s/',
      'https://example.my.site.com/partners/s/opportunity/Opportunity/Default',
    ],
  },
  {
    site: 'hubspot',
    works: [
      [
        'https://app.hubspot.com/contacts/1234567/record/0-3/9876543210',
        'https://app.hubspot.com/contacts/1234567/record/0-3/9876543210/view/1',
        'https://app-eu1.hubspot.com/contacts/1234567/record/0-3/9876543210',
        'https://app-na3.hubspot.com/contacts/1234567/record/0-3/9876543210?interaction=note',
      ],
      ['https://app.hubspot.com/contacts/1234567/record/0-1/9876543210'],
      ['https://app.hubspot.com/contacts/7654321/record/0-3/9876543210'],
      [
        'https://app.hubspot.com/contacts/1234567/record/0-5/29859078751',
        'https://app.hubspot.com/help-desk/1234567/view/95291824/ticket/29859078751',
        'https://app.hubspot.com/help-desk/1234567/view/95291824/ticket/29859078751?messageId=88897188107',
        'https://app-eu1.hubspot.com/help-desk/1234567/view/search/ticket/29859078751/',
        'https://app.hubspot.com/contacts/1234567/ticket/29859078751',
      ],
      [
        'https://app.hubspot.com/contacts/1234567/record/0-136/77',
        'https://app-eu1.hubspot.com/contacts/1234567/record/0-136/77',
      ],
    ],
    none: [
      'https://app.hubspot.com/contacts/1234567/objects/0-3/views/all/board',
      'https://app-na3.hubspot.com/live-messages/1234567/inbox',
      'https://app.hubspot.com/help-desk/1234567/view/95291824',
      'https://app.hubspot.com/reports-dashboard/1234567/view/77',
      'https://app.hubspot.com/login',
    ],
  },
  {
    site: 'youtube',
    works: [
      [
        'https://www.youtube.com/watch?v=ExAmPlE_-01',
        'https://m.youtube.com/watch?v=ExAmPlE_-01',
        'https://youtu.be/ExAmPlE_-01?si=abc&t=43',
        'https://www.youtube.com/shorts/ExAmPlE_-01',
        'https://www.youtube.com/embed/ExAmPlE_-01?list=PL1',
        'https://www.youtube-nocookie.com/embed/ExAmPlE_-01',
        'https://www.youtube.com/watch/ExAmPlE_-01',
        'https://studio.youtube.com/video/ExAmPlE_-01/edit',
        'https://www.youtube.com/watch?list=PL1&feature=youtu.be&v=ExAmPlE_-01',
        'https://www.youtube.com/e/ExAmPlE_-01',
        'https://www.youtubekids.com/watch?v=ExAmPlE_-01',
        'https://www.youtube.com/watch_popup?v=ExAmPlE_-01',
        'https://www.youtube.com/live/ExAmPlE_-01?feature=share',
        'https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3DExAmPlE_-01%26feature%3Dshare',
        'https://youtube.googleapis.com/v/ExAmPlE_-01',
      ],
      ['https://www.youtube.com/watch?v=ExAmPlE_-02'],
    ],
    none: [
      'https://www.youtube.com/playlist?list=PL1234567890',
      'https://www.youtube.com/@example/live',
      'https://music.youtube.com/playlist?list=PL1234567890',
      'https://www.youtube.com/@example/shorts',
      'https://www.youtube.com/results?search_query=sales',
      'https://www.youtube.com/feed/history',
      'https://studio.youtube.com/channel/UC0123456789/videos',
    ],
  },
  {
    site: 'pipedrive',
    works: [
      ['https://example.pipedrive.com/deal/42', 'https://example.pipedrive.com/deal/42/?utm_source=mail'],
      ['https://example.pipedrive.com/person/42'],
      ['https://example-sandbox11.pipedrive.com/deal/42'],
      ['https://app.pipedrive.com/deal/42'],
      [
        'https://example.pipedrive.com/leads/inbox/b4559b80-ac28-11ea-b67e-0d7b8516cbb9',
        'https://example.pipedrive.com/leads/inbox/b4559b80-ac28-11ea-b67e-0d7b8516cbb9?filter=all',
      ],
    ],
    none: [
      'https://example.pipedrive.com/pipeline/1',
      'https://example.pipedrive.com/settings/company',
      'https://example.pipedrive.com/persons/list',
    ],
  },
  {
    site: 'zoho-crm',
    works: [
      [
        'https://crm.zoho.com/crm/org20061234567/tab/Potentials/123456000000789012',
        'https://crm.zoho.com/crm/tab/Potentials/123456000000789012',
        'https://crm.zoho.com/crm/exampleco/tab/Potentials/123456000000789012',
        'https://crmplus.zoho.com/exampleco/index.do/cxapp/crm/exampleco/tab/Potentials/123456000000789012',
        'https://one.zoho.com/zohoone/exampleco/home/cxapp/crm/org20061234567/tab/Potentials/123456000000789012',
      ],
      [
        'https://crm.zoho.com.cn/crm/org1/tab/Leads/123456000000789012',
        'https://one.zoho.com.cn/zohoone/x/home/cxapp/crm/org1/tab/Leads/123456000000789012',
        'https://crm.zoho.com.cn/crm/ShowEntityInfo.do?module=Leads&id=123456000000789012',
      ],
      ['https://crm.zoho.jp/crm/org1/tab/Leads/123456000000789012'],
      ['https://crmsandbox.zoho.com/crm/trial/tab/Potentials/123456000000789012'],
    ],
    none: [
      'https://crm.zoho.com/crm/org20061234567/tab/CustomModule7/custom-view/3430088000003565042/list',
      'https://crm.zoho.com/crm/org20061234567/tab/Home/begin',
      'https://one.zoho.com/zohoone/exampleco/home/cxapp/books/app/856048585#/expenses',
      'https://crmplus.zoho.eu/exampleco/index.do/cxapp/agent/example/all/tickets/details/123456789',
      'https://crm.zoho.com/crm/org20061234567/tab/Reports/123456000000789012',
      'https://crm.zoho.com/crm/org20061234567/settings/users',
    ],
  },
  {
    site: 'dynamics',
    works: [
      [
        'https://example.crm.dynamics.com/main.aspx?appid=00000000-1111-2222-3333-444444444444&pagetype=entityrecord&etn=account&id=91330924-802a-4b0d-a900-34fd9d790829',
        'https://example.crm.dynamics.com/main.aspx?etn=account&pagetype=entityrecord&id=%7B91330924-802A-4B0D-A900-34FD9D790829%7D',
        'https://example.crm.dynamics.com/main.aspx?appname=example_Sales&forceUCI=1&pagetype=entityrecord&etn=account&id=91330924-802a-4b0d-a900-34fd9d790829&formid=99999999-1111-2222-3333-444444444444',
        'https://example.crm.dynamics.com/main.aspx?etc=1&id=%7b91330924-802A-4B0D-A900-34FD9D790829%7d&pagetype=entityrecord',
      ],
      [
        'https://example.crm.dynamics.com/main.aspx?pagetype=entityrecord&etn=contact&id=91330924-802a-4b0d-a900-34fd9d790829',
      ],
      [
        'https://example.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=91330924-802a-4b0d-a900-34fd9d790829',
      ],
      [
        'https://example.crm.microsoftdynamics.us/main.aspx?pagetype=entityrecord&etn=account&id=91330924-802a-4b0d-a900-34fd9d790829',
      ],
      [
        'https://example.crm.appsplatform.us/main.aspx?pagetype=entityrecord&etn=account&id=91330924-802a-4b0d-a900-34fd9d790829',
      ],
      [
        'https://example.crm9.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=91330924-802a-4b0d-a900-34fd9d790829',
      ],
      [
        'https://example.crm.dynamics.cn/main.aspx?pagetype=entityrecord&etn=account&id=91330924-802a-4b0d-a900-34fd9d790829',
      ],
    ],
    none: [
      'https://example.crm.dynamics.com/main.aspx?etn=account&pagetype=entityrecord',
      'https://example.crm.dynamics.com/main.aspx?pagetype=entitylist&etn=account',
      'https://example.crm.dynamics.com/main.aspx?pagetype=dashboard&id=91330924-802a-4b0d-a900-34fd9d790829',
    ],
  },
  {
    site: 'notion',
    works: [
      [
        'https://www.notion.so/example/Call-guide-36c4fc101d34805ab1fdfb3e69144580',
        'https://www.notion.so/36c4fc101d34805ab1fdfb3e69144580?pvs=4',
        'https://app.notion.com/p/36c4fc101d34805ab1fdfb3e69144580',
        'https://app.notion.com/p/example/36c4fc101d34805ab1fdfb3e69144580',
        'https://app.notion.com/p/example/Call-guide-36c4fc101d34805ab1fdfb3e69144580?source=copy_link',
        'https://example.notion.site/Call-guide-36c4fc101d34805ab1fdfb3e69144580',
        'https://example.notion.site/ebd/36c4fc101d34805ab1fdfb3e69144580',
        'https://app.notion.com/native/example/Call-guide-36c4fc101d34805ab1fdfb3e69144580',
        'https://example.notion.site/ebd//36c4fc101d34805ab1fdfb3e69144580',
        'https://www.notion.so/example/Board-e2719f1c0a3b4e539a550c1b6a1f7e22?v=37a48f9c47ee806293b4000cae7d171c&p=36c4fc101d34805ab1fdfb3e69144580&pm=s',
      ],
      [
        'https://www.notion.so/example/Board-e2719f1c0a3b4e539a550c1b6a1f7e22?v=37a48f9c47ee806293b4000cae7d171c',
      ],
    ],
    none: [
      'https://www.notion.so/login',
      'https://www.notion.so/templates/sales',
      'https://app.notion.com/p/example',
    ],
  },
  {
    site: 'google-docs',
    works: [
      [
        'https://docs.google.com/document/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/edit',
        'https://docs.google.com/document/u/1/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/edit?usp=sharing',
        'https://docs.google.com/document/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/preview',
        'https://docs.google.com/document/u/0/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/mobilebasic',
        'https://docs.google.com/document/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/edit?tab=t.0#heading=h.1',
        'https://docs.google.com/a/example.com/document/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/copy',
      ],
      ['https://docs.google.com/document/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-x/edit'],
    ],
    none: ['https://docs.google.com/document/u/0/', 'https://docs.google.com/document/create'],
  },
  {
    site: 'google-drive',
    works: [
      [
        'https://drive.google.com/file/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/view',
        'https://drive.google.com/file/u/1/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/view',
        'https://drive.google.com/uc?id=1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-',
        'https://docs.google.com/file/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/edit',
        'https://docs.google.com/uc?export=download&id=1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-',
        'https://drive.usercontent.google.com/download?id=1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-&export=download',
        'https://drive.google.com/open?id=1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-',
      ],
      ['https://drive.google.com/file/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-x/view'],
    ],
    none: [
      'https://drive.google.com/drive/u/1/my-drive',
      'https://drive.google.com/drive/search?q=call',
      'https://drive.google.com/drive/folders/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-',
    ],
  },
  {
    site: 'google-slides',
    works: [
      [
        'https://docs.google.com/presentation/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/edit?slide=id.p',
        'https://docs.google.com/presentation/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/embed?start=false',
        'https://docs.google.com/presentation/u/2/d/1ExAmPlE0ExAmPlE0ExAmPlE0ExAmPlE0_-/present',
      ],
    ],
    none: [],
  },
  {
    site: 'confluence',
    works: [
      [
        'https://example.atlassian.net/wiki/spaces/ENG/pages/3927750546/Page+Title',
        'https://example.atlassian.net/wiki/spaces/ENG/pages/3927750546',
        'https://example.atlassian.net/wiki/spaces/ENG/pages/3927750546/edit',
        'https://example.atlassian.net/wiki/spaces/ENG/pages/3927750546/Page+Title/edit-v2',
        'https://example.atlassian.net/wiki/pages/editpage.action?pageId=3927750546',
        'https://example.atlassian.net/wiki/spaces/ENG/pages/3927750546/Page+Title?focusedCommentId=7',
        'https://example.atlassian.net/wiki/pages/resumedraft.action?draftId=3927750546&draftShareId=abc',
        'https://example.atlassian.net/wiki/pages/viewpageattachments.action?pageId=3927750546',
        'https://example.atlassian.net/wiki/spaces/ENG/blog/edit-v2/3927750546',
        'https://example.atlassian.net/wiki/spaces/ENG/blog/2026/11/30/3927750546/News',
        'https://example.atlassian.net/wiki/pages/viewinfo.action?pageId=3927750546',
        'https://example.atlassian.net/wiki/spaces/ENG/overview?homepageId=3927750546',
      ],
      ['https://other.atlassian.net/wiki/spaces/ENG/pages/3927750546/Page+Title'],
      ['https://example.atlassian.net/wiki/spaces/ENG/whiteboard/10'],
      ['https://example.atlassian.net/wiki/spaces/ENG/database/11'],
      ['https://example.atlassian-us-gov-mod.net/wiki/spaces/RD/pages/5777116/RunBook'],
    ],
    none: [
      'https://example.atlassian.net/wiki/home',
      'https://example.atlassian.net/wiki/spaces/ENG/overview',
      'https://example.atlassian.net/wiki/spaces/ENG/pages',
      'https://example.atlassian.net/wiki/search?text=call',
      'https://example.atlassian.net/wiki/spaces/ENG/pages/create',
      'https://example.atlassian.net/wiki/pages/createpage.action?spaceKey=ENG&fromPageId=3927750546',
      'https://example.atlassian.net/wiki/spaces/ENG/folder/12',
    ],
  },
  {
    site: 'confluence',
    html: '<html><head><meta name="ajs-page-id" content="98765"></head><body><p>Some readable words on a page.</p></body></html>',
    works: [
      [
        'https://wiki.example.org/display/ENG/Some+Page',
        'https://wiki.example.org/pages/viewpage.action?spaceKey=ENG&title=Some+Page',
      ],
    ],
    none: [],
  },
  {
    site: 'loom',
    works: [
      [
        'https://www.loom.com/share/d2719f1c0a3b4e539a550c1b6a1f7e21',
        'https://loom.com/share/d2719f1c0a3b4e539a550c1b6a1f7e21?sid=abc&t=12',
        'https://www.loom.com/share/My-first-demo-d2719f1c0a3b4e539a550c1b6a1f7e21',
        'https://www.loom.com/embed/d2719f1c0a3b4e539a550c1b6a1f7e21?hide_owner=true',
        'https://www.useloom.com/share/d2719f1c0a3b4e539a550c1b6a1f7e21',
      ],
    ],
    none: [
      'https://www.loom.com/share/folder/d2719f1c0a3b4e539a550c1b6a1f7e21',
      'https://www.loom.com/looms/videos',
    ],
  },
  {
    site: 'vimeo',
    works: [
      [
        'https://vimeo.com/76979871',
        'https://vimeo.com/76979871/8272103f6e?share=copy',
        'https://vimeo.com/channels/staffpicks/76979871',
        'https://vimeo.com/groups/travelhd/videos/76979871',
        'https://vimeo.com/showcase/2632481/video/76979871',
        'https://vimeo.com/manage/videos/76979871/8272103f6e/privacy',
        'https://vimeo.com/reviews/87cab3ae-cbf3-4d58-a16d-29b54b710d03/videos/76979871',
        'https://vimeo.com/event/4753126/videos/76979871',
        'https://player.vimeo.com/video/76979871?h=8272103f6e',
        'https://vimeo.com/album/2632481/video/76979871',
        'https://vimeo.com/ondemand/tears/76979871',
      ],
      ['https://vimeo.com/76979872'],
    ],
    none: [
      'https://vimeo.com/channels/tributes',
      'https://vimeo.com/user755559/likes/',
      'https://vimeo.com/watchlater',
      'https://vimeo.com/event/4753126',
      'https://vimeo.com/showcase/2632481',
      'https://vimeo.com/search?q=sales',
    ],
  },
  {
    site: 'tiktok',
    works: [
      [
        'https://www.tiktok.com/@example.sales/video/7234567890123456789',
        'https://www.tiktok.com/@example.sales/video/7234567890123456789?is_from_webapp=1&lang=en',
        'https://www.tiktok.com/embed/v2/7234567890123456789',
        'https://www.tiktok.com/share/video/7234567890123456789/',
        'https://www.tiktok.com/@MS4wLjABAAAAexampleexampleexampleexampleexampleexampleexampleexampleexam/video/7234567890123456789',
        'https://www.tiktok.com/@/video/7234567890123456789',
        'https://m.tiktok.com/v/7234567890123456789.html',
        'https://www.tiktok.com/player/v1/7234567890123456789?controls=1',
      ],
      ['https://www.tiktok.com/@example.sales/video/7234567890123456780'],
      ['https://www.tiktok.com/@example.sales/photo/7234567890123456781'],
    ],
    none: [
      'https://www.tiktok.com/@example.sales/live',
      'https://www.tiktok.com/tag/sales',
      'https://www.tiktok.com/@example.sales',
      'https://www.tiktok.com/search?q=sales',
    ],
  },
  {
    site: 'instagram',
    works: [
      [
        'https://www.instagram.com/reel/CxYz_1-AbCd/',
        'https://www.instagram.com/p/CxYz_1-AbCd/?img_index=2',
        'https://www.instagram.com/tv/CxYz_1-AbCd/',
        'https://www.instagram.com/example.sales/reel/CxYz_1-AbCd/',
        'https://www.instagr.am/p/CxYz_1-AbCd/',
        'https://www.instagram.com/p/CxYz_1-AbCd0123456789abcdefghijklmnop_-/',
        'https://www.instagram.com/p/CxYz_1-AbCd/embed/captioned/',
        'https://instagr.am/reels/CxYz_1-AbCd',
      ],
      ['https://www.instagram.com/reel/CxYz_1-AbCD/'],
    ],
    none: [
      'https://www.instagram.com/reels/audio/123456789012345/',
      'https://www.instagram.com/explore/tags/sales',
      'https://www.instagram.com/stories/example/3570766765028588805/',
      'https://www.instagram.com/share/reel/BAexample123',
      'https://www.instagram.com/reels/',
      'https://www.instagram.com/accounts/login/?next=%2Fp%2FCxYz_1-AbCd%2F',
      'https://www.instagram.com/direct/t/17842345678/',
    ],
  },
  {
    site: 'linkedin',
    works: [
      [
        'https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/',
        'https://www.linkedin.com/posts/jane-doe_sales-coaching-activity-7123456789012345678-AbCd?utm_source=share',
        'https://www.linkedin.com/embed/feed/update/urn:li:activity:7123456789012345678',
        'https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7123456789012345678/?commentUrn=urn%3Ali',
        'https://de.linkedin.com/posts/jane-doe_sales-activity-7123456789012345678-AbCd',
      ],
      ['https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345679/'],
      [
        'https://www.linkedin.com/events/sales-day7084656651378536448/',
        'https://www.linkedin.com/events/7084656651378536448/',
        'https://www.linkedin.com/events/7084656651378536448/comments/',
      ],
      ['https://www.linkedin.com/events/8084656651378536448/'],
      [
        'https://www.linkedin.com/feed/update/urn:li:ugcPost:7213736555662753792/',
        'https://www.linkedin.com/video/live/urn:li:ugcPost:7213736555662753792/',
        'https://www.linkedin.com/video/event/urn:li:ugcPost:7213736555662753792/',
        'https://www.linkedin.com/embed/feed/update/urn%3ali%3augcPost%3a7213736555662753792?compact=1',
      ],
      ['https://www.linkedin.com/learning/programming-foundations-fundamentals/next-steps'],
      ['https://www.linkedin.com/learning/programming-foundations-fundamentals/welcome?autoplay=true'],
    ],
    none: [
      'https://www.linkedin.com/in/jane-doe/',
      'https://www.linkedin.com/learning/programming-foundations-fundamentals',
      'https://www.linkedin.com/learning/topics/sales',
      'https://www.linkedin.com/learning/me/in-progress',
      'https://www.linkedin.com/learning/instructors/jane-doe',
      'https://www.linkedin.com/learning/paths/become-a-coach',
      'https://www.linkedin.com/learning/learning-paths/become-a-coach',
      'https://www.linkedin.com/jobs/view/3712345678/',
      'https://www.linkedin.com/events/',
      'https://www.linkedin.com/company/example/posts/',
    ],
  },
  {
    site: 'twitch',
    works: [
      [
        'https://www.twitch.tv/videos/1234567890',
        'https://www.twitch.tv/videos/1234567890?t=1h2m3s',
        'https://m.twitch.tv/example/v/1234567890',
        'https://player.twitch.tv/?t=5m10s&video=v1234567890',
        'https://www.twitch.tv/example/schedule?vodID=1234567890',
        'https://go.twitch.tv/videos/1234567890',
        'https://player.twitch.tv/?video=1234567890&parent=example.test',
      ],
      ['https://www.twitch.tv/videos/1234567891'],
      [
        'https://clips.twitch.tv/ExampleBraveQuietFox-AbC_12',
        'https://www.twitch.tv/example/clip/ExampleBraveQuietFox-AbC_12',
        'https://clips.twitch.tv/embed?clip=ExampleBraveQuietFox-AbC_12',
        'https://m.twitch.tv/clip/ExampleBraveQuietFox-AbC_12',
        'https://clips.twitch.tv/example/ExampleBraveQuietFox-AbC_12',
      ],
    ],
    none: [
      'https://www.twitch.tv/example/videos?filter=all',
      'https://www.twitch.tv/collections/o9zZer3IQBhTJw',
      'https://player.twitch.tv/?channel=example',
      'https://www.twitch.tv/example/schedule',
      'https://www.twitch.tv/example/clips',
    ],
  },
  {
    site: 'wistia',
    works: [
      [
        'https://fast.wistia.net/embed/iframe/abcde12345',
        'https://fast.wistia.com/embed/iframe/abcde12345',
        'https://example.wistia.com/medias/abcde12345',
        'https://example.wistia.com/s/abcde12345',
        'https://fast.wistia.com/embed/medias/abcde12345.jsonp',
      ],
      ['https://example.wistia.com/medias/abcde12346'],
    ],
    none: [
      'https://fast.wistia.net/embed/playlists/abcde12345',
      'https://example.wistia.com/folders/abcde12345',
      'https://example.wistia.com/projects/abcde12345',
    ],
  },
  {
    site: 'gong',
    works: [
      [
        'https://us-65885.app.gong.io/call?id=7782342274025937895',
        'https://app.gong.io/call?id=7782342274025937895&account-id=1',
        'https://us-65885.app.gong.io/call/pretty-transcript?call-id=7782342274025937895',
      ],
      ['https://app.gong.io/call?id=7782342274025937896'],
    ],
    none: ['https://us-65885.app.gong.io/conversations?workspace-id=9148397688380544352'],
  },
  {
    site: 'zoom',
    works: [
      [
        'https://example.zoom.us/rec/share/ExAmPlEExAmPlEExAmPlE.yz_12-3',
        'https://example.zoom.us/rec/share/ExAmPlEExAmPlEExAmPlE.yz_12-3?startTime=1700000000000',
        'https://example.zoom.us/recording/play/ExAmPlEExAmPlEExAmPlE.yz_12-3?autoplay=true',
      ],
      ['https://example.zoom.us/rec/share/ExAmPlEExAmPlEExAmPlE.yz_12-4'],
      [
        'https://us06web.zoom.us/clips/share/ExAmPlEclip_-1',
        'https://us06web.zoom.us/clips/embed/ExAmPlEclip_-1',
      ],
    ],
    none: [
      'https://example.zoom.us/recording/management',
      'https://example.zoom.us/j/1234567890',
      'https://example.zoom.us/signin',
    ],
  },
  {
    site: 'github',
    works: [
      [
        'https://github.com/acme/sales/issues/13',
        'https://github.com/Acme/Sales/issues/13#issuecomment-1',
        'https://github.com/acme/sales/issues?q=is%3Aopen&issue=acme%7Csales%7C13',
        'https://github.com/issues/assigned?issue=acme%7Csales%7C13',
        'https://github.com/orgs/acme/projects/4/views/1?pane=issue&itemId=9&issue=acme%7Csales%7C13',
        'https://github.com/acme/sales/issues/14?issue=Acme%7Csales%7C13',
      ],
      ['https://github.com/acme/sales/issues/14'],
      ['https://github.com/acme/sales/issues/14?issue=acme%7Csales%7C15'],
      [
        'https://github.com/acme/sales/pull/148',
        'https://github.com/acme/sales/pull/148/changes',
        'https://github.com/acme/sales/pull/148/changes/1e27d79',
        'https://github.com/acme/sales/pull/148/conflicts',
      ],
      ['https://github.com/acme/other/pull/148'],
      ['https://github.com/orgs/acme/discussions/50'],
      ['https://github.com/acme/sales/discussions/50'],
      [
        'https://github.com/acme/sales/blob/main/docs/guide.md',
        'https://github.com/acme/sales/blob/main/docs/guide.md?plain=1',
      ],
    ],
    none: [
      'https://github.com/acme/sales/issues/new',
      'https://github.com/acme/sales/issues/views/4537',
      'https://github.com/pulls',
      'https://github.com/orgs/acme/discussions',
      'https://github.com/acme/sales/wiki/_new',
      'https://github.com/acme/sales/wiki/Getting-Started/_edit',
      'https://github.com/issues/assigned',
      'https://github.com/acme/sales/wiki/_history',
      'https://github.com/acme/sales/pulls?q=is%3Aopen',
      'https://github.com/search?q=sales',
    ],
  },
  {
    site: 'gitlab',
    works: [
      ['https://gitlab.com/groups/acme/-/epics/4', 'https://gitlab.com/groups/acme/-/work_items/4'],
      [
        'https://gitlab.com/acme/sales/-/issues/29',
        'https://gitlab.com/acme/sales/-/work_items/29',
        'https://gitlab.com/acme/sales/-/issues/incident/29',
      ],
      ['https://gitlab.com/acme/sales/-/merge_requests/29'],
      [
        'https://gitlab.com/acme/sales/-/wikis/call/guide',
        'https://gitlab.com/acme/sales/-/wikis/call/guide/edit',
        'https://gitlab.com/acme/sales/-/wikis/call/guide/history',
      ],
    ],
    none: [
      'https://gitlab.com/acme/sales/-/issues',
      'https://gitlab.com/acme/sales/-/wikis/pages',
      'https://gitlab.com/acme/sales/-/merge_requests/new',
    ],
  },
  {
    site: 'zendesk-sell',
    works: [
      ['https://app.futuresimple.com/sales/deals/3351303'],
      ['https://app.futuresimple.com/leads/3351303'],
      ['https://app.futuresimple.com/crm/contacts/3351303'],
    ],
    none: ['https://app.futuresimple.com/leads', 'https://app.futuresimple.com/settings/leads/lead-status'],
  },
  {
    site: 'freshsales',
    works: [
      [
        'https://example-org.myfreshworks.com/crm/sales/contacts/402033369233',
        'https://example-org.myfreshworks.com/crm/sales/contacts/402033369233/',
      ],
      ['https://example-org.myfreshworks.com/crm/sales/accounts/402033369233'],
    ],
    none: [],
  },
  {
    site: 'close',
    works: [
      [
        'https://app.close.com/lead/lead_ExAmPlE0123456789/',
        'https://app.close.com/lead/lead_ExAmPlE0123456789',
        'https://app.close.io/lead/lead_ExAmPlE0123456789/',
      ],
    ],
    none: ['https://app.close.com/settings/developer/oauth-apps', 'https://app.close.com/leads/'],
  },
  {
    site: 'copper',
    works: [
      [
        'https://app.copper.com/companies/123456/app#/contact/777',
        'https://app.copper.com/companies/123456/app#/people/777',
      ],
      ['https://app.copper.com/companies/123456/app#/organization/777'],
      ['https://app.copper.com/companies/654321/app#/contact/777'],
    ],
    none: [
      'https://app.copper.com/companies/123456/app#/browse/board/opportunities/default?pipeline=1084986',
    ],
  },
  {
    site: 'attio',
    works: [
      [
        'https://app.attio.com/example/company/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        'https://app.attio.com/example/company/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21/overview',
      ],
      ['https://app.attio.com/other/company/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21'],
    ],
    none: ['https://app.attio.com/authorize?client_id=x'],
  },
  {
    site: 'monday',
    works: [
      [
        'https://example.monday.com/boards/9232769015/pulses/5551',
        'https://example.monday.com/boards/9232769015/views/7/pulses/5551',
      ],
      ['https://example.monday.com/boards/9232769015/pulses/5552'],
    ],
    none: [],
  },
  {
    site: 'coda',
    works: [
      [
        'https://coda.io/d/Example-Docs_dc4RRJ_VLtW/Page_suhbp8Px#T_t',
        'https://coda.io/d/_dc4RRJ_VLtW',
        'https://coda.io/embed/c4RRJ_VLtW/_susSTOua?viewMode=embedplay',
        'https://coda.io/embed/c4RRJ_VLtW',
      ],
    ],
    none: ['https://coda.io/workspaces/ws-abc/docs'],
  },
  {
    site: 'dropbox-paper',
    works: [
      [
        'https://paper.dropbox.com/doc/Example-Title--AcgyExampleExampleExample00rAg-et03mtePNtFhv6Rhyqplt',
        'https://paper.dropbox.com/doc/et03mtePNtFhv6Rhyqplt',
      ],
      ['https://paper.dropbox.com/doc/Example-YGMB8TFeAka4O5jsLhvD5'],
    ],
    none: ['https://www.dropbox.com/scl/fi/r2kd2skcy5ylbbta5y1pz/Example.mp4?rlkey=abc'],
  },
  {
    site: 'office-online',
    works: [
      [
        'https://example.sharepoint.com/:w:/r/sites/Team01/_layouts/15/Doc2.aspx?action=edit&sourcedoc=%7Bfd44f074-8e33-44e7-81fd-0729efe739e1%7D&web=1',
        'https://example.sharepoint.com/:w:/r/sites/Team01/Shared%20Documents/A.docx?d=wfd44f0748e3344e781fd0729efe739e1&csf=1&web=1&e=AbCdEf',
      ],
      [
        'https://example.sharepoint.com/:w:/r/sites/Team01/_layouts/15/Doc.aspx?sourcedoc=%7Bad44f074-8e33-44e7-81fd-0729efe739e1%7D',
      ],
      [
        'https://onedrive.live.com/edit.aspx?resid=AB12CD34EF56AB78!999&ithint=file%2cdocx',
        'https://onedrive.live.com/edit?id=AB12CD34EF56AB78!999&resid=AB12CD34EF56AB78!999&ithint=file%2cdocx&wdo=2',
        'https://onedrive.live.com/view.aspx?resid=ab12cd34ef56ab78!999',
        'https://word.cloud.microsoft/open/onedrive/?docId=AB12CD34EF56AB78%21999&driveId=AB12CD34EF56AB78',
      ],
      [
        'https://example-my.sharepoint.com/personal/jane_example_com/_layouts/15/stream.aspx?id=%2Fpersonal%2Fjane%5Fexample%5Fcom%2FDocuments%2FRecordings%2FCall%2Emp4&ga=1',
      ],
      [
        'https://example-my.sharepoint.com/:w:/g/personal/x_com/IQDJabcdefghijklmnopqrstuvwxyz?e=AbCdEf',
        'https://example-my.sharepoint.com/:w:/g/personal/x_com/IQDJabcdefghijklmnopqrstuvwxyz',
      ],
      ['https://example-my.sharepoint.com/:p:/g/personal/x_com/EQDJabcdefghijklmnopqrstuvwxyz'],
      ['https://example.sharepoint.com/:v:/s/Team01/EfghijklmnopqrstuvwxyzABCDE?e=x'],
    ],
    none: [
      'https://example.sharepoint.com/sites/sales/SitePages/Home.aspx',
      'https://example.sharepoint.com/:f:/s/Team01/EfghijklmnopqrstuvwxyzABCDE',
      'https://example.sharepoint.com/sites/Team01/Shared%20Documents/Forms/AllItems.aspx',
      'https://onedrive.live.com/?id=root&cid=AB12CD34EF56AB78',
    ],
  },
  {
    site: 'odoo',
    works: [
      [
        'https://example.odoo.com/odoo/crm/17',
        'https://example.odoo.com/web#id=17&model=crm.lead&view_type=form',
        'https://example.odoo.com/odoo/contacts/5/crm.lead/17',
        'https://example.odoo.com/scoped_app/crm/17',
        'https://example.odoo.com/odoo/m-crm.lead/17?debug=1',
        'https://example.odoo.com/web?debug=1#cids=1&id=17&menu_id=2&model=crm.lead&view_type=form',
      ],
      ['https://example.odoo.com/odoo/crm/17/res.partner/5'],
      ['https://example.odoo.com/odoo/crm/18'],
      [
        'https://example.odoo.com/web#id=17&model=account.move&view_type=form',
        'https://example.odoo.com/odoo/customer-invoices/17',
        'https://example.odoo.com/odoo/vendor-bills/17',
        'https://example.odoo.com/odoo/credit-notes/17',
      ],
    ],
    none: [
      'https://example.odoo.com/odoo/crm',
      'https://example.odoo.com/odoo/crm/new',
      'https://example.odoo.com/web#action=120&model=crm.lead&view_type=kanban',
      'https://example.odoo.com/web/login',
    ],
  },
  {
    site: 'espocrm',
    works: [
      [
        'http://crm.test/#Opportunity/view/68a1f0c2d3e4f5a6b',
        'http://crm.test/#Opportunity/edit/68a1f0c2d3e4f5a6b',
      ],
      ['http://crm.test/#Opportunity/view/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21'],
    ],
    none: [
      'http://crm.test/#Opportunity',
      'http://crm.test/#Opportunity/create',
      'http://crm.test/#Opportunity/list',
    ],
  },
  {
    site: 'suitecrm',
    works: [
      [
        'http://crm.test/suite/index.php?module=Accounts&action=DetailView&record=9551c669-c8d4-01b8-ec01-5ea2ef347a6b',
        'http://crm.test/suite/index.php?action=ajaxui#ajaxUILoc=index.php%3Fmodule%3DAccounts%26action%3DDetailView%26record%3D9551c669-c8d4-01b8-ec01-5ea2ef347a6b',
        'http://crm.test/suite/#/accounts/record/9551c669-c8d4-01b8-ec01-5ea2ef347a6b',
        'http://crm.test/suite/legacy/index.php?module=Accounts&action=DetailView&record=9551c669-c8d4-01b8-ec01-5ea2ef347a6b',
      ],
      [
        'http://crm.test/#/accounts/record/9551c669-c8d4-01b8-ec01-5ea2ef347a6b',
        'http://crm.test/#/accounts/edit/9551c669-c8d4-01b8-ec01-5ea2ef347a6b',
        'http://crm.test/public/#/accounts/record/9551c669-c8d4-01b8-ec01-5ea2ef347a6b?return=1',
      ],
    ],
    none: ['http://crm.test/#/accounts', 'http://crm.test/#/home', 'http://crm.test/#/accounts/create'],
  },
  {
    site: 'twenty',
    works: [
      [
        'https://example.twenty.com/object/opportunity/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        'https://example.twenty.com/object/opportunity/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21#timeline',
      ],
    ],
    none: ['https://example.twenty.com/objects/opportunities', 'https://example.twenty.com/settings/profile'],
  },
  {
    site: 'wordpress',
    html: '<html><head><link rel="https://api.w.org/" href="https://blog.test/wp-json/"></head><body class="single postid-31"><p>Some readable words on a page.</p></body></html>',
    works: [
      ['https://blog.test/2026/11/how-we-sell/', 'https://blog.test/wp-admin/post.php?post=31&action=edit'],
      ['https://blog.test/wp-admin/post.php?post=32&action=edit'],
    ],
    none: [],
  },
  {
    site: 'mediawiki',
    html: '<html><head><meta name="generator" content="MediaWiki 1.43"><link rel="EditURI" href="//wiki.test/api.php?action=rsd"></head><body><p>Some readable words on a page.</p><ul><li id="t-permalink"><a href="/index.php?title=Sales_pitch&amp;oldid=7">Permanent link</a></li></ul></body></html>',
    works: [
      [
        'https://wiki.test/wiki/Sales_pitch',
        'https://wiki.test/index.php?title=Sales_pitch',
        'https://wiki.test/title/Sales_pitch',
      ],
    ],
    none: [],
  },
  {
    site: 'mediawiki',
    works: [
      [
        'https://en.wikipedia.org/wiki/Sales_pitch',
        'https://en.wikipedia.org/w/index.php?title=Sales_pitch&oldid=123',
      ],
    ],
    none: [
      'https://en.wikipedia.org/wiki/Special:Search?search=pitch',
      'https://en.wikipedia.org/w/index.php?title=Special:RecentChanges',
      'https://de.wikipedia.org/wiki/Spezial:Suche?search=x',
      'https://fr.wikipedia.org/wiki/Sp%C3%A9cial:Recherche',
    ],
  },
  {
    site: 'dolibarr',
    works: [
      [
        'http://erp.test/dolibarr/comm/propal/card.php?id=3',
        'http://erp.test/dolibarr/comm/propal/messaging.php?id=3',
      ],
      ['http://erp.test/dolibarr/comm/propal/card.php?id=4'],
      [
        'http://erp.test/dolibarr/societe/card.php?socid=7',
        'http://erp.test/dolibarr/societe/card.php?id=7',
        'http://erp.test/dolibarr/comm/card.php?socid=7',
        'http://erp.test/dolibarr/fourn/card.php?socid=7',
      ],
      [
        'http://erp.test/dolibarr/projet/card.php?id=7',
        'http://erp.test/dolibarr/projet/element.php?id=7',
        'http://erp.test/dolibarr/projet/tasks.php?id=7',
      ],
      [
        'http://erp.test/dolibarr/compta/facture/card.php?facid=5',
        'http://erp.test/dolibarr/compta/facture/document.php?id=5',
      ],
    ],
    none: [
      'http://erp.test/dolibarr/comm/propal/card.php?action=create&socid=3',
      'http://erp.test/dolibarr/comm/propal/list.php',
      'http://erp.test/dolibarr/societe/list.php',
      'http://erp.test/dolibarr/projet/card.php?action=create&socid=3',
      'http://erp.test/dolibarr/compta/facture/card.php?action=create&socid=3',
    ],
  },
];
